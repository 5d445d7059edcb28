internal import CTextFolding

/// Undoes evasions that change which characters a word is written with.
enum Undoing {
  /// Which way to take where an evasion can be undone in two ways.
  struct Choice {
    /// The rarer letter a stand-in may be: 1 as l, not i.
    var secondLetter = false
    /// The other shape: repeats down to one letter, a leading a or I as a word of its own.
    var secondShape = false
  }

  /// What undoing found.
  struct Outcome {
    var found = false
    var hasSecondLetter = false
    var hasSecondShape = false
  }

  /// Undoes what `reading` holds, in this order: broken words, letters apart, leetspeak, repeats.
  static func undo(in reading: inout ReadingBuffer, _ choice: Choice) -> Outcome {
    let broken = BrokenWords.undo(in: &reading)
    let apart = SpacedLetters.undo(in: &reading, keepingWords: choice.secondShape)
    var bytes = reading.bytes.mutableSpan
    let leet = Leetspeak.undo(in: &bytes, second: choice.secondLetter)
    let repeats = LetterRepeats.undo(in: &reading, single: choice.secondShape)
    return Outcome(
      found: apart.found || broken || leet.found || repeats.found,
      hasSecondLetter: leet.ambiguous, hasSecondShape: apart.ambiguous || repeats.ambiguous)
  }

  /// Whether `text` has something to undo.
  ///
  /// Bytes outside ASCII and control characters are passed over or are something to undo as well.
  static func occurs(in text: Span<UInt8>, passingForeign: Bool) -> Bool {
    var start = 0
    var checkedTo = 0
    while start < text.count {
      var triggers = alongside_triggers()
      let window = nextTriggers(in: text, from: start, &triggers)
      guard window < text.count else { return false }
      if !passingForeign, triggers.foreign != 0 { return true }
      while triggers.spaced != 0 {
        let index = window + triggers.spaced.trailingZeroBitCount
        triggers.spaced &= triggers.spaced - 1
        if SpacedLetters(at: index, in: text) != nil { return true }
      }
      while triggers.word != 0 {
        let index = window + triggers.word.trailingZeroBitCount
        triggers.word &= triggers.word - 1
        guard index >= checkedTo else { continue }
        let word = word(in: text, around: index)
        checkedTo = word.upperBound
        if occurs(inWord: word, of: text) { return true }
      }
      start = alongside_after_window(window)
    }
    return false
  }

  private static func occurs(inWord word: Range<Int>, of text: Span<UInt8>) -> Bool {
    guard
      Leetspeak.occurs(in: word, of: text) || LetterRepeats.occur(in: word, of: text)
        || BrokenWords.broken(word, of: text) != nil
    else { return false }
    return !Addresses.contain(word, of: text)
  }

  private static func nextTriggers(
    in text: Span<UInt8>, from start: Int, _ triggers: inout alongside_triggers
  ) -> Int {
    // SAFETY: the function reads no more than the bytes of the span.
    unsafe text.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return unsafe alongside_next_triggers(base, bytes.count, start, &triggers)
    }
  }
}
