package import ExportReading
package import TimelineModel

/// Reads the ways in which exports write moments.
package enum TimeText {
  /// RFC 3339 and its relatives: `2026-01-23T15:42:10.123Z`, an offset, a space for the `T`, no zone
  /// (taken as UTC); nil when it is none of these.
  package static func iso(_ string: JSONString?) -> Instant? {
    string?.withBytes { bytes -> Instant? in
      var reader = DigitReader(at: 0)
      guard let year = reader.number(bytes, 4), reader.skip(bytes, "-"),
        let month = reader.number(bytes, 2), reader.skip(bytes, "-"),
        let day = reader.number(bytes, 2), (1...12).contains(month), (1...31).contains(day)
      else { return nil }
      guard reader.skip(bytes, "T") || reader.skip(bytes, " ") else {
        return Instant(year: year, month: month, day: day)
      }
      guard let hour = reader.number(bytes, 2), reader.skip(bytes, ":"),
        let minute = reader.number(bytes, 2)
      else { return nil }
      let second = reader.skip(bytes, ":") ? reader.number(bytes, 2) ?? 0 : 0
      let millisecond = reader.skip(bytes, ".") ? reader.fraction(bytes) : 0
      let offset = reader.offset(bytes)
      let local = Instant(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second,
        millisecond: millisecond)
      return Instant(milliseconds: local.milliseconds - offset * 60_000)
    }
  }

  /// `Wed Oct 10 20:19:24 +0000 2018`, as X writes it.
  package static func twitter(_ string: JSONString?) -> Instant? {
    string?.withBytes { bytes -> Instant? in
      guard bytes.count == 30 else { return nil }
      var reader = DigitReader(at: 4)
      guard let month = month(bytes, 4) else { return nil }
      reader.index = 8
      guard let day = reader.number(bytes, 2), reader.skip(bytes, " "),
        let hour = reader.number(bytes, 2), reader.skip(bytes, ":"),
        let minute = reader.number(bytes, 2), reader.skip(bytes, ":"),
        let second = reader.number(bytes, 2), reader.skip(bytes, " ")
      else { return nil }
      let offset = reader.offset(bytes)
      reader.index = 26
      guard let year = reader.number(bytes, 4) else { return nil }
      let local = Instant(
        year: year, month: month, day: day, hour: hour, minute: minute, second: second)
      return Instant(milliseconds: local.milliseconds - offset * 60_000)
    }
  }

  private static func month(_ bytes: Span<UInt8>, _ index: Int) -> Int64? {
    switch (bytes[index], bytes[index + 1], bytes[index + 2]) {
    case (0x4A, 0x61, 0x6E): 1
    case (0x46, 0x65, 0x62): 2
    case (0x4D, 0x61, 0x72): 3
    case (0x41, 0x70, 0x72): 4
    case (0x4D, 0x61, 0x79): 5
    case (0x4A, 0x75, 0x6E): 6
    case (0x4A, 0x75, 0x6C): 7
    case (0x41, 0x75, 0x67): 8
    case (0x53, 0x65, 0x70): 9
    case (0x4F, 0x63, 0x74): 10
    case (0x4E, 0x6F, 0x76): 11
    case (0x44, 0x65, 0x63): 12
    default: nil
    }
  }
}

/// Reads digits and separators of a moment, one after another.
private struct DigitReader {
  var index: Int

  init(at index: Int) {
    self.index = index
  }

  mutating func number(_ bytes: Span<UInt8>, _ digits: Int) -> Int64? {
    guard index + digits <= bytes.count else { return nil }
    var value: Int64 = 0
    for offset in index..<index + digits {
      let digit = bytes[offset] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int64(digit)
    }
    index += digits
    return value
  }

  mutating func skip(_ bytes: Span<UInt8>, _ separator: Unicode.Scalar) -> Bool {
    guard index < bytes.count, UInt32(bytes[index]) == separator.value else { return false }
    index += 1
    return true
  }

  /// Milliseconds of a fraction of any length.
  mutating func fraction(_ bytes: Span<UInt8>) -> Int64 {
    var value: Int64 = 0
    var scale: Int64 = 100
    while index < bytes.count, bytes[index] &- 0x30 < 10 {
      value += Int64(bytes[index] - 0x30) * scale
      scale /= 10
      index += 1
    }
    return value
  }

  /// Minutes east of UTC: `Z`, `+01:00`, `+0100` or nothing.
  mutating func offset(_ bytes: Span<UInt8>) -> Int64 {
    let isWest = skip(bytes, "-")
    guard isWest || skip(bytes, "+"), let hours = number(bytes, 2) else { return 0 }
    _ = skip(bytes, ":")
    let minutes = hours * 60 + (number(bytes, 2) ?? 0)
    return isWest ? -minutes : minutes
  }
}
