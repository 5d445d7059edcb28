public import Diagnostics
import TimelineModel

/// A run of days, both ends included, with the name that a user gave it.
public struct Period: Hashable, Sendable {
  /// The name: `2026-10`, `2026-W41`, `2026-Q3`, `2026`, a day, or `2026-10-05..2026-10-12`.
  public let name: String
  /// The first day, as `2026-10-01`.
  public let first: String
  /// The last day.
  public let last: String

  /// Reads a name; throws `H010` for what is no period.
  public init(_ name: String) throws(Diagnostic) {
    guard let days = Self.days(of: name), days.first <= days.last else {
      throw Diagnostic(
        .error, "H010", "`\(name)` is no period",
        help: "write a month 2026-10, a week 2026-W41, a quarter 2026-Q3, a year 2026, a day "
          + "2026-10-05, or days 2026-10-05..2026-10-12")
    }
    self.init(name: name, first: days.first, last: days.last)
  }

  init(name: String, first: String, last: String) {
    self.name = name
    self.first = first
    self.last = last
  }

  private static func days(of name: String) -> (first: String, last: String)? {
    if let range = name.firstRange(of: "..") {
      let first = String(name[..<range.lowerBound])
      let last = String(name[range.upperBound...])
      return isDay(first) && isDay(last) ? (first, last) : nil
    }
    if isDay(name) { return (name, name) }
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    guard parts[0].count == 4, let year = Int64(parts[0]), year >= 1990 else { return nil }
    if parts.count == 1 { return ("\(year)-01-01", "\(year)-12-31") }
    guard parts.count == 2, let unit = parts[1].first else { return nil }
    let number = Int64(parts[1].drop { $0 == "W" || $0 == "Q" }) ?? 0
    switch unit {
    case "W": return week(number, of: year)
    case "Q":
      return (1...4).contains(number) && parts[1].count == 2
        ? months(3 * number - 2, 3, of: year) : nil
    default:
      return (1...12).contains(number) && parts[1].count == 2 ? months(number, 1, of: year) : nil
    }
  }

  private static func months(_ month: Int64, _ count: Int64, of year: Int64) -> (String, String) {
    let after = month + count
    let next = Instant(year: year + (after > 12 ? 1 : 0), month: after > 12 ? 1 : after, day: 1)
    return (
      DayCount.text(Instant(year: year, month: month, day: 1)),
      DayCount.text(DayCount.number(next) - 1)
    )
  }

  /// Weeks run from Monday, and the first has the year's first Thursday in it (ISO 8601).
  private static func week(_ week: Int64, of year: Int64) -> (String, String)? {
    func monday(ofWeekOneOf year: Int64) -> Int64 {
      let fourth = DayCount.number(Instant(year: year, month: 1, day: 4))
      // Day 0, 1970-01-01, was a Thursday.
      return fourth - (fourth + 3) % 7
    }
    let first = monday(ofWeekOneOf: year) + 7 * (week - 1)
    guard week >= 1, first < monday(ofWeekOneOf: year + 1) else { return nil }
    return (DayCount.text(first), DayCount.text(first + 6))
  }

  private static func isDay(_ text: String) -> Bool { CaptureName.moment(in: text)?.day == text }
}

/// Days as numbers, counted from 1970-01-01, and as texts.
enum DayCount {
  static func number(_ instant: Instant) -> Int64 { instant.milliseconds / 86_400_000 }

  static func text(_ number: Int64) -> String {
    text(Instant(milliseconds: number * 86_400_000))
  }

  static func text(_ instant: Instant) -> String { String(instant.description.prefix(10)) }

  /// The number of a day such as `2026-01-23`; nil for any other text.
  static func number(_ day: String) -> Int64? {
    let parts = day.split(separator: "-").compactMap { Int64($0) }
    guard parts.count == 3 else { return nil }
    return number(Instant(year: parts[0], month: parts[1], day: parts[2]))
  }
}

extension Period {
  /// The days after this one, up to a last one; throws `H013` when there are none.
  public func following(upTo end: String) throws(Diagnostic) -> Period {
    guard let from = DayCount.number(last), last < end else {
      throw Diagnostic(
        .error, "H013", "the history holds no day after \(last)",
        help: "run the batch over newer archives first")
    }
    return try Period(DayCount.text(from + 1) + ".." + end)
  }

  /// So many days up to the last one, or more where the period is longer.
  package func reaching(back days: Int) -> Period {
    let start = (DayCount.number(last) ?? 0) - Int64(days) + 1
    let first = min(first, DayCount.text(start))
    return Period(name: "\(first)..\(last)", first: first, last: last)
  }

  /// The days right before, as many as this period has; a month before a month, and the like.
  public var previous: Period? {
    guard let from = DayCount.number(first), let to = DayCount.number(last) else { return nil }
    let day = DayCount.text(from - 1)
    let candidates = [
      String(day.prefix(7)),
      day.prefix(4) + "-Q" + String(((Int(day.dropFirst(5).prefix(2)) ?? 1) + 2) / 3),
      String(day.prefix(4)),
    ]
    for name in candidates where name.utf8.count == self.name.utf8.count {
      if let period = try? Period(name), period.last == day { return period }
    }
    let start = DayCount.text(from - (to - from) - 1)
    return Period(name: "\(start)..\(day)", first: start, last: day)
  }
}
