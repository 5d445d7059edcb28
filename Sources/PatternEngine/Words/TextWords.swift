/// An arena of texts taken apart at blanks; replaced batch by batch.
///
/// A blank is a byte up to 0x20; it belongs to the word before it. As NUL keeps texts apart, a word that
/// ends in NUL, or at the arena's end, ends a text.
package struct TextWords: Sendable {
  /// Whether U+017F or U+212A is somewhere: see `RequiredLiterals.exoticCase`.
  private(set) var haveExoticCase = false
  /// Where each word starts, and the end of the last.
  private(set) var starts: [UInt32] = []
  /// The numbers of the words.
  private(set) var numbers: [Int32] = []
  /// The first word that starts in a block of bytes or behind it.
  private var firstsOfBlocks: [Int32] = []

  private static let blockShift = 5

  package init() {}

  var count: Int { numbers.count }

  /// Where a word stands, with its blank.
  @inline(__always)
  func range(of word: Int) -> Range<Int> { Int(starts[word])..<Int(starts[word + 1]) }

  /// Takes `text` apart, which is shorter than 4 GiB; a nanosecond a byte.
  package mutating func split(_ text: Span<UInt8>, _ seen: inout SeenWords) {
    starts.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    firstsOfBlocks.removeAll(keepingCapacity: true)
    haveExoticCase = ExoticCase.isIn(text, 0..<text.count)
    let count = text.count
    // SAFETY: whole words of memory are read below the count, single bytes below it as well.
    unsafe text.withUnsafeBytes { text in
      var start = 0
      for place in stride(from: 0, to: count, by: 8) {
        var blanks = Self.blanks(unsafe Self.load(text, place, upTo: count))
        while blanks != 0 {
          let end = place + blanks.trailingZeroBitCount >> 3 + 1
          if end > count { break }
          unsafe append(start..<end, of: text, &seen)
          start = end
          blanks &= blanks - 1
        }
      }
      if start < count { unsafe append(start..<count, of: text, &seen) }
    }
    starts.append(UInt32(count))
    fillBlocks(upTo: count)
  }

  /// The number of the first word that starts at or behind a place; `count` where none does.
  @inline(__always)
  func first(from place: Int) -> Int {
    var word = Int(firstsOfBlocks[place >> Self.blockShift])
    while word < count, Int(starts[word]) < place { word += 1 }
    return word
  }

  private mutating func append(
    _ word: Range<Int>, of text: UnsafeRawBufferPointer, _ seen: inout SeenWords
  ) {
    fillBlocks(upTo: word.lowerBound)
    starts.append(UInt32(word.lowerBound))
    guard word.count <= SeenWords.longest else {
      numbers.append(SeenWords.noNumber)
      return
    }
    // SAFETY: the word is in the text.
    let key = unsafe Self.key(of: word, in: text)
    numbers.append(seen.number(of: key))
  }

  /// Blocks up to the one of a place that know no word yet have the next word as their first.
  private mutating func fillBlocks(upTo place: Int) {
    while firstsOfBlocks.count <= place >> Self.blockShift {
      firstsOfBlocks.append(Int32(numbers.count))
    }
  }

  @inline(__always)
  private static func key(
    of word: Range<Int>, in text: UnsafeRawBufferPointer
  ) -> SeenWords.Key {
    if word.lowerBound + SeenWords.longest <= text.count {
      // SAFETY: as many bytes from the word on are in the text.
      let bytes = unsafe text.loadUnaligned(fromByteOffset: word.lowerBound, as: SeenWords.Key.self)
      return littleEndian(bytes) & masks[word.count]
    }
    var key = SeenWords.Key.zero
    for (lane, place) in stride(from: word.lowerBound, to: word.upperBound, by: 8).enumerated() {
      // SAFETY: the place is in the word, and the word in the text.
      key[lane] = unsafe load(text, place, upTo: word.upperBound)
    }
    return key
  }

  /// By a number of bytes: ones in so many of the first bytes of a key.
  private static let masks = (0...SeenWords.longest).map { count in
    SeenWords.Key(
      (0..<4).map { lane in
        let bits = min(max(8 * (count - 8 * lane), 0), 64)
        return bits == 64 ? .max : 1 << UInt64(bits) - 1
      })
  }

  private static func littleEndian(_ key: SeenWords.Key) -> SeenWords.Key {
    SeenWords.Key(
      UInt64(littleEndian: key[0]), UInt64(littleEndian: key[1]), UInt64(littleEndian: key[2]),
      UInt64(littleEndian: key[3]))
  }

  /// Eight bytes, the first lowest; zeros behind `end`.
  @inline(__always)
  private static func load(
    _ text: UnsafeRawBufferPointer, _ place: Int, upTo end: Int
  ) -> UInt64 {
    let left = end - place
    if place + 8 <= text.count {
      // SAFETY: eight bytes from the place on are in the text.
      let bytes = unsafe text.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      return UInt64(littleEndian: bytes) & (left < 8 ? 1 << UInt64(8 * left) - 1 : .max)
    }
    var bytes: UInt64 = 0
    // SAFETY: the bytes are before the end, which is in the text.
    for index in 0..<min(left, 8) {
      bytes |= unsafe UInt64(text[place + index]) << UInt64(8 * index)
    }
    return bytes
  }

  /// The top bit of each of eight bytes that is a blank.
  ///
  /// Comparing bytes side by side: Henry S. Warren, "Hacker's Delight" (2013), chapter 6.
  @inline(__always)
  private static func blanks(_ bytes: UInt64) -> UInt64 {
    let tops: UInt64 = 0x8080_8080_8080_8080
    let aboveBlank = (bytes & ~tops) + (0x80 - 0x21) * 0x0101_0101_0101_0101
    return ~(aboveBlank | bytes) & tops
  }
}
