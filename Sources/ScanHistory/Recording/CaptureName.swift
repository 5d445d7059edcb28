package import TimelineModel

/// What a file's name says of the captures in it; nil where it does not.
package struct CaptureName: Hashable, Sendable {
  /// Where the posts were published.
  package var platform: Platform?
  /// The feed, such as `home`.
  package var feed: String?
  /// The account whose feed it is.
  package var viewer: String?
  /// The day, as `2026-01-23`.
  package var day: String?
  /// The time of the day, as `15:42`.
  package var time: String?

  /// Says nothing.
  package init() {}
}

extension CaptureName {
  /// The name in one text, by which names are compared and kept.
  var text: String {
    [platform?.rawValue, feed, viewer, day, time].map { $0 ?? "" }.joined(separator: "\u{1F}")
  }

  /// Reads such a text.
  init(text: String) {
    let parts = text.split(separator: "\u{1F}", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? nil : String($0) }
    guard parts.count == 5 else { return }
    platform = parts[0].map(Platform.init(rawValue:))
    feed = parts[1]
    viewer = parts[2]
    day = parts[3]
    time = parts[4]
  }

  /// The first date in a text, as `2026-01-23` or `20260123`, and a time right after it.
  package static func moment(in text: String) -> (day: String, time: String?)? {
    let bytes = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      if let found = date(bytes, start) {
        return (found.day, time(bytes, found.end))
      }
      start += 1
    }
    return nil
  }

  private static func date(_ bytes: [UInt8], _ start: Int) -> (day: String, end: Int)? {
    // Digits before would make it the end of some longer number.
    guard start == 0 || digit(bytes, start - 1) == nil else { return nil }
    var place = start
    guard let year = number(bytes, &place, 4), (1990...2199).contains(year) else { return nil }
    let hasDashes = place < bytes.count && bytes[place] == UInt8(ascii: "-")
    if hasDashes { place += 1 }
    guard let month = number(bytes, &place, 2), (1...12).contains(month) else { return nil }
    if hasDashes {
      guard place < bytes.count, bytes[place] == UInt8(ascii: "-") else { return nil }
      place += 1
    }
    guard let day = number(bytes, &place, 2), day >= 1, digit(bytes, place) == nil else {
      return nil
    }
    let instant = Instant(year: Int64(year), month: Int64(month), day: Int64(day))
    // The thirtieth of February comes out as another day.
    guard instant.date.month == month, instant.date.day == day else { return nil }
    return (String(instant.description.prefix(10)), place)
  }

  /// A time such as `T15:42`, `_1542` or `-15-42` after a date.
  private static func time(_ bytes: [UInt8], _ start: Int) -> String? {
    guard start < bytes.count, Array("T_- ".utf8).contains(bytes[start]) else { return nil }
    var place = start + 1
    guard let hour = number(bytes, &place, 2), hour < 24 else { return nil }
    if place < bytes.count, Array(":-h".utf8).contains(bytes[place]) { place += 1 }
    guard let minute = number(bytes, &place, 2), minute < 60 else { return nil }
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }

  private static func number(_ bytes: [UInt8], _ place: inout Int, _ digits: Int) -> Int? {
    var value = 0
    for offset in 0..<digits {
      guard let digit = digit(bytes, place + offset) else { return nil }
      value = 10 * value + digit
    }
    place += digits
    return value
  }

  private static func digit(_ bytes: [UInt8], _ place: Int) -> Int? {
    guard bytes.indices.contains(place), (0x30...0x39).contains(bytes[place]) else { return nil }
    return Int(bytes[place]) - 0x30
  }
}
