internal import CTextFolding

/// Finds the words that `Undoing` has something to undo in, without looking at the others.
enum EvasiveWords {
  /// Finds the words of `text` that hold something to undo, in order.
  ///
  /// Returns false, with nothing found, when it met a byte outside ASCII or a control character and
  /// was not to pass over them.
  static func find(
    in text: Span<UInt8>, into found: inout [Range<Int>], passingForeign: Bool
  ) -> Bool {
    if !found.isEmpty { found.removeAll(keepingCapacity: true) }
    let stride = passingForeign ? alongside_stride_foreign : alongside_stride_ascii
    var start = 0
    var checkedTo = 0
    while start < text.count {
      var triggers = alongside_triggers()
      let window = nextTriggers(in: text, from: start, stride, &triggers)
      guard window < text.count else { break }
      if triggers.foreign != 0, !passingForeign {
        found.removeAll(keepingCapacity: true)
        return false
      }
      start = window + Int(stride.rawValue)
      while triggers.spaced != 0 {
        let index = window + triggers.spaced.trailingZeroBitCount
        triggers.spaced &= triggers.spaced - 1
        guard let letters = SpacedLetters(at: index, in: text) else { continue }
        let first = word(in: text, around: letters.range.lowerBound).lowerBound
        found.append(first..<word(in: text, around: letters.range.upperBound - 1).upperBound)
      }
      while triggers.word != 0 {
        let index = window + triggers.word.trailingZeroBitCount
        triggers.word &= triggers.word - 1
        guard index >= checkedTo, !isOrdinary(index, in: text) else { continue }
        let word = word(in: text, around: index)
        checkedTo = word.upperBound
        if isBehindScheme(index, in: text) { continue }
        if isEvasive(word, of: text) { found.append(word) }
      }
    }
    if found.count > 1 { merge(&found) }
    return true
  }

  /// Finds the words of `reading` that hold something to undo, in order.
  static func find(in reading: ReadingBuffer, into found: inout [Range<Int>]) {
    _ = find(in: reading.bytes.span, into: &found, passingForeign: true)
  }

  /// Tells triggers that mean nothing at a glance: covid19, and/or, well-known.
  private static func isOrdinary(_ index: Int, in text: Span<UInt8>) -> Bool {
    guard index > 0 else { return false }
    let before = text[index - 1]
    if isDigit(text[index]), isLetter(before) {
      // One digit may end a word in leetspeak; more are a number.
      let next: UInt8 = index + 1 < text.count ? text[index + 1] : 0
      return isAlphanumeric(next) || index < 3 || !isLetter(text[index - 3])
    }
    guard before &- UInt8(ascii: "-") < 3 || before == UInt8(ascii: "_"), index > 1 else {
      return false
    }
    // Only fragments of one or two letters make a broken word; they must all be that short unless
    // one has a single letter.
    let left = letterCount(in: text, before: index - 1)
    let right = letterCount(in: text, from: index)
    return left > 1 && right > 1 && left + right > 4
  }

  /// Whether a URL's :// ends at `index`, which makes its word an address.
  private static func isBehindScheme(_ index: Int, in text: Span<UInt8>) -> Bool {
    index > 2 && text[index - 1] == UInt8(ascii: "/") && text[index - 2] == UInt8(ascii: "/")
      && text[index - 3] == UInt8(ascii: ":")
  }

  /// How many of the up to three bytes before `end` are letters, from there to the front.
  private static func letterCount(in text: Span<UInt8>, before end: Int) -> Int {
    var count = 0
    while count < 3, count < end, isLetter(text[end - count - 1]) { count += 1 }
    return count
  }

  private static func letterCount(in text: Span<UInt8>, from start: Int) -> Int {
    var count = 0
    while count < 3, start + count < text.count, isLetter(text[start + count]) { count += 1 }
    return count
  }

  static func isEvasive(_ word: Range<Int>, of text: Span<UInt8>) -> Bool {
    guard
      Leetspeak.occurs(in: word, of: text) || LetterRepeats.occur(in: word, of: text)
        || BrokenWords.broken(word, of: text) != nil || MaskingEmoji.occurs(in: word, of: text)
    else { return false }
    return !Addresses.contain(word, of: text)
  }

  /// Sorts the ranges and joins those that overlap.
  private static func merge(_ ranges: inout [Range<Int>]) {
    ranges.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var count = 1
    for range in ranges.dropFirst() {
      if range.lowerBound <= ranges[count - 1].upperBound {
        let end = max(range.upperBound, ranges[count - 1].upperBound)
        ranges[count - 1] = ranges[count - 1].lowerBound..<end
      } else {
        ranges[count] = range
        count += 1
      }
    }
    ranges.removeLast(ranges.count - count)
  }

  private static func nextTriggers(
    in text: Span<UInt8>, from start: Int, _ stride: alongside_stride,
    _ triggers: inout alongside_triggers
  ) -> Int {
    // SAFETY: the function reads no more than the bytes of the span.
    unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return unsafe alongside_next_triggers(base, bytes.count, start, stride, &triggers)
    }
  }
}
