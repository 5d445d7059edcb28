#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// Looking for U+017F and U+212A, which case-insensitive patterns take for ASCII letters.
enum ExoticCase {
  /// Whether one of them is in a range of a text; passed over at some gigabytes a second.
  static func isIn(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    RequiredLiterals.exoticCase.contains { has($0.bytes, text, range) }
  }

  private static func has(
    _ character: [UInt8], _ text: Span<UInt8>, _ range: Range<Int>
  ) -> Bool {
    precondition(range.lowerBound >= 0 && range.upperBound <= text.count, "BUG: out of bounds")
    let last = range.upperBound - character.count
    // SAFETY: bytes are read in the range that was checked above, and nowhere else.
    return unsafe text.withUnsafeBufferPointer { text in
      guard let start = text.baseAddress else { return false }
      var place = range.lowerBound
      while place <= last {
        let found = unsafe memchr(start + place, Int32(character[0]), last + 1 - place)
        guard let found = unsafe found else { return false }
        place = unsafe UnsafeRawPointer(found) - UnsafeRawPointer(start)
        if character.indices.allSatisfy({ unsafe text[place + $0] == character[$0] }) {
          return true
        }
        place += 1
      }
      return false
    }
  }
}
