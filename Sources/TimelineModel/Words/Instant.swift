/// A moment: whole milliseconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Sendable {
  /// Milliseconds since the epoch, negative before it.
  public var milliseconds: Int64

  /// Makes a moment from milliseconds since the epoch.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }
}

extension Instant: Comparable {
  /// Earlier is less.
  public static func < (left: Instant, right: Instant) -> Bool {
    left.milliseconds < right.milliseconds
  }
}

extension Instant {
  /// A moment of the proleptic Gregorian calendar in UTC.
  ///
  /// Days are counted as in Howard Hinnant's `days_from_civil`.
  package init(
    year: Int64, month: Int64, day: Int64, hour: Int64 = 0, minute: Int64 = 0, second: Int64 = 0,
    millisecond: Int64 = 0
  ) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    milliseconds = (((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + millisecond
  }

  /// The calendar date in UTC, by Hinnant's `civil_from_days`.
  package var date: (year: Int64, month: Int64, day: Int64) {
    let days = (milliseconds - (milliseconds < 0 ? 86_399_999 : 0)) / 86_400_000
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth + (marchMonth < 10 ? 3 : -9)
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }
}

extension Instant {
  /// The day in UTC, counted from 1970-01-01.
  package var day: Int { Int(milliseconds / 86_400_000 - (milliseconds % 86_400_000 < 0 ? 1 : 0)) }

  /// The hour in UTC, 0 to 23.
  package var hour: Int { Int(remainder / 3_600_000) }

  /// The first moment of a day in UTC.
  package init(day: Int) {
    self.init(milliseconds: Int64(day) * 86_400_000)
  }

  /// The weekday of a day counted from 1970-01-01: 1 for Monday to 7 for Sunday.
  package static func weekday(ofDay day: Int) -> Int {
    // 1970-01-01 was a Thursday.
    ((day + 3) % 7 + 7) % 7 + 1
  }

  private var remainder: Int64 { ((milliseconds % 86_400_000) + 86_400_000) % 86_400_000 }
}

extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC, with milliseconds only where there are any.
  public var description: String {
    let (year, month, day) = date
    let ofDay = ((milliseconds % 86_400_000) + 86_400_000) % 86_400_000
    let seconds = ofDay / 1000
    let fraction = ofDay % 1000 == 0 ? "" : "." + Self.digits(ofDay % 1000, 3)
    return Self.digits(year, 4) + "-" + Self.digits(month, 2) + "-" + Self.digits(day, 2) + "T"
      + Self.digits(seconds / 3600, 2) + ":" + Self.digits(seconds / 60 % 60, 2) + ":"
      + Self.digits(seconds % 60, 2) + fraction + "Z"
  }

  private static func digits(_ value: Int64, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
