/// Undoes evasions that change which characters a word is written with.
enum Undoing {
  /// Which way to take where an evasion can be undone in two ways.
  struct Choice {
    /// The rarer letter a stand-in may be: 1 as l, not i.
    var secondLetter = false
    /// The other shape: repeats down to one letter, an a or I at an end as a word of its own.
    var secondShape = false
  }

  /// Undoes what `words` hold, in this order: broken words, letters apart, masking emoji, leetspeak,
  /// repeats.
  ///
  /// Returns the choices that would have led to something else.
  static func undo(in words: inout ReadingBuffer, _ choice: Choice) -> Choice {
    BrokenWords.undo(in: &words)
    let splits = SpacedLetters.undo(in: &words, second: choice.secondShape)
    MaskingEmoji.undo(in: &words)
    var bytes = words.bytes.mutableSpan
    let secondLetter = Leetspeak.undo(in: &bytes, second: choice.secondLetter)
    let doubles = LetterRepeats.undo(in: &words, single: choice.secondShape)
    return Choice(secondLetter: secondLetter, secondShape: splits || doubles)
  }
}
