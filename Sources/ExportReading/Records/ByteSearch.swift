#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// Searches in byte arrays at memory speed.
enum ByteSearch {
  static let newline = UInt8(ascii: "\n")

  /// The index of the first such byte, or `end` when there is none.
  static func firstIndex(of byte: UInt8, in bytes: [UInt8], from start: Int, to end: Int) -> Int {
    precondition(start <= end && end <= bytes.count, "BUG: search out of bounds")
    // SAFETY: the searched range lies within the array.
    return unsafe bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), end - start)
      else { return end }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  /// The index of the last such byte before `end`, or nil.
  static func lastIndex(of byte: UInt8, in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var index = end
    while index > start {
      index -= 1
      if bytes[index] == byte { return index }
    }
    return nil
  }

  /// How many such bytes there are before `end`.
  static func count(of byte: UInt8, in bytes: [UInt8], to end: Int) -> Int {
    bytes[..<end].count { $0 == byte }
  }

  /// The range without white space at its ends.
  static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, isSpace(bytes[start]) { start += 1 }
    while end > start, isSpace(bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  /// White space as JSON has it.
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
