#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

/// Where in a text words and signs begin: one bit a byte, for a whole arena of texts at once.
///
/// A byte is no beginning when it goes on an ASCII word, is white space, or is a control character.
package struct Beginnings: Sendable {
  /// Whether U+017F or U+212A is somewhere: see `RequiredLiterals.exoticCase`.
  private(set) var haveExoticCase = false
  private var bits: [UInt64] = []
  private var count = 0

  package init() {}

  /// Looks at the bytes of `text`, eight at a time; a quarter of a nanosecond each.
  package mutating func find(in text: Span<UInt8>) {
    bits.removeAll(keepingCapacity: true)
    count = text.count
    haveExoticCase = Self.hasExoticCase(text, 0..<count)
    var isInWord: UInt64 = 0
    // SAFETY: whole words are read below the count, single bytes below it as well.
    unsafe text.withUnsafeBytes { text in
      var word: UInt64 = 0
      for start in stride(from: 0, to: count, by: 8) {
        var bytes: UInt64 = 0
        if start + 8 <= count {
          bytes = unsafe UInt64(
            littleEndian: text.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        } else {
          for place in start..<count {
            bytes |= unsafe UInt64(text[place]) << UInt64(8 * (place - start))
          }
        }
        word |= Self.beginnings(bytes, &isInWord) << UInt64(start & 63)
        if start & 63 == 56 || start + 8 >= count {
          bits.append(word)
          word = 0
        }
      }
    }
  }

  /// Whether U+017F or U+212A is in a range of a text; passed over at some gigabytes a second.
  static func hasExoticCase(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    has([0xC5, 0xBF], text, range) || has([0xE2, 0x84, 0xAA], text, range)
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

  /// The first beginning at or behind a place; the end of the text where there is none.
  @inline(__always)
  func first(from place: Int) -> Int {
    guard place < count else { return count }
    var index = place >> 6
    var word = bits[index] & (.max << UInt64(place & 63))
    while word == 0 {
      index += 1
      guard index < bits.count else { return count }
      word = bits[index]
    }
    return index << 6 + word.trailingZeroBitCount
  }

  /// One bit for each of eight bytes, the first lowest; the tops of bytes hold what is known of them.
  ///
  /// Comparing bytes side by side in a word: Henry S. Warren, "Hacker's Delight" (2013), chapter 6.
  private static func beginnings(_ bytes: UInt64, _ isInWord: inout UInt64) -> UInt64 {
    let tops: UInt64 = 0x8080_8080_8080_8080
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = bytes & ~tops
    func isAtLeast(_ bytes: UInt64, _ limit: UInt64) -> UInt64 { bytes + (0x80 - limit) * ones }
    let letters = low | 0x20 * ones
    let isWord =
      ((isAtLeast(letters, 0x61) & ~isAtLeast(letters, 0x7B))
        | (isAtLeast(low, 0x30) & ~isAtLeast(low, 0x3A))
        | (isAtLeast(low, 0x5F) & ~isAtLeast(low, 0x60))) & ~bytes & tops
    let goesOn = isWord & (isWord << 8 | isInWord)
    isInWord = isWord >> 56
    let marks = (isAtLeast(low, 0x21) | bytes) & ~goesOn & tops
    // Gathers the eight tops in the highest byte.
    return ((marks >> 7) &* 0x0102_0408_1020_4080) >> 56
  }
}
