/// Letters held down: three or more of one letter in a row, nooooo, yessss.
enum LetterRepeats {
  /// Shortens the runs in `reading` and says whether there were any with two readings.
  ///
  /// A run becomes two letters where English doubles that letter, else one; with `single`, always
  /// one. A word of nothing but one letter (www, III) is left alone.
  static func undo(in reading: inout ReadingBuffer, single: Bool) -> Bool {
    var ambiguous = false
    var target = 0
    var index = 0
    var checkedTo = 0
    var isAddress = false
    while index < reading.bytes.count {
      let run = run(at: index, in: reading.bytes.span)
      if run > 2, index >= checkedTo {
        let word = word(in: reading.bytes.span, around: index)
        isAddress = Addresses.contain(word, of: reading.bytes.span)
        checkedTo = word.upperBound
      }
      var kept = run
      if run > 2, !isAddress, !standsAlone(index..<index + run, in: reading.bytes.span) {
        let doubled = doubles(index..<index + run, in: reading.bytes.span)
        kept = doubled && !single ? 2 : 1
        ambiguous = ambiguous || doubled
      }
      for offset in 0..<kept { reading.move(index + offset, to: target + offset) }
      target += kept
      if kept < run { reading.extend(target - 1, over: index + run - 1) }
      index += run
    }
    reading.truncate(to: target)
    return ambiguous
  }

  /// Whether `word`, which is no address, has a run to shorten.
  static func occur(in word: Range<Int>, of text: Span<UInt8>) -> Bool {
    var index = word.lowerBound
    while index < word.upperBound {
      let run = run(at: index, in: text)
      if run > 2, !standsAlone(index..<index + run, in: text) { return true }
      index += run
    }
    return false
  }

  /// How often the letter at `index` is repeated; 1 for all other characters.
  @inline(__always)
  private static func run(at index: Int, in text: Span<UInt8>) -> Int {
    guard isLetter(text[index]) else { return 1 }
    var end = index + 1
    while end < text.count, text[end] | 0x20 == text[index] | 0x20, isLetter(text[end]) { end += 1 }
    return end - index
  }

  private static func standsAlone(_ run: Range<Int>, in text: Span<UInt8>) -> Bool {
    let before = run.lowerBound > 0 ? text[run.lowerBound - 1] : 0
    let after = run.upperBound < text.count ? text[run.upperBound] : 0
    return !isAlphanumeric(before) && before < 0x80 && !isAlphanumeric(after) && after < 0x80
  }

  /// Whether English words double this letter in this place.
  private static func doubles(_ run: Range<Int>, in text: Span<UInt8>) -> Bool {
    guard run.lowerBound > 0, isLetter(text[run.lowerBound - 1]) else { return false }
    let ends = run.upperBound == text.count || !isLetter(text[run.upperBound])
    return (ends ? "eflosz" : "bcdefglmnoprstz").utf8.contains(text[run.lowerBound] | 0x20)
  }
}
