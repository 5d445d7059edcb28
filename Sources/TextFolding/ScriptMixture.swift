internal import CTextFolding

/// What the words of a field say about its scripts, as bit sets of `Script` indices.
struct ScriptMixture {
  /// Scripts with a word that no Latin word could look like.
  private var real: UInt32 = 0
  /// Scripts with words made of nothing but Latin look-alikes, left as they are so far.
  private var doubtful: UInt32 = 0

  /// Scripts whose every word so far only looks Latin.
  var suspects: UInt32 { doubtful & ~real }

  /// What is to be done with a word that has letters of other scripts.
  enum Verdict {
    /// Its letters are read as the Latin ones they look like.
    case latin
    /// It keeps its script.
    case foreign
    /// It keeps its script, and folding changes nothing but letter case up to a letter of it.
    case untouched(upTo: Int)
  }

  /// Judges `word` and notes what it shows.
  ///
  /// A word is read as Latin when every letter of it is Latin or looks Latin and it mixes scripts,
  /// or when its one script is among `suspects`.
  mutating func verdict(
    on word: Range<Int>, of field: Span<UInt8>, suspects: UInt32
  ) -> Verdict {
    var scripts: UInt32 = 0
    var allLookLatin = true
    var allWhole = true
    // The last letter, as long as there have been only letters and plain ASCII.
    var untouchedEnd: Int?
    var isUntouched = true
    var index = word.lowerBound
    while index < word.upperBound {
      if field[index] < 0x80 {
        if isLetter(field[index]) { scripts |= 1 << UInt32(Script.latin) }
        if field[index] < 0x20 { isUntouched = false }
        index += 1
        continue
      }
      let (value, length) = scalar(in: field, at: index)
      defer { index += length }
      let entry = FoldEntry(of: value)
      guard entry.kind == .letter, entry.letter.script != Script.sign else {
        if entry.isLetter { scripts |= 1 << UInt32(Script.latin) }
        isUntouched = false
        continue
      }
      let letter = entry.letter
      scripts |= 1 << UInt32(letter.script)
      if isUntouched { untouchedEnd = index }
      if letter.script == Script.latin { continue }
      allLookLatin = allLookLatin && letter.latin != 0
      allWhole = allWhole && letter.whole != 0
    }
    let foreign = scripts & ~(1 << UInt32(Script.latin))
    if foreign != 0, allLookLatin {
      if scripts.nonzeroBitCount > 1 || suspects & foreign != 0 { return .latin }
      if allWhole { doubtful |= foreign } else { real |= foreign }
    } else {
      real |= foreign
    }
    return untouchedEnd.map { .untouched(upTo: $0) } ?? .foreign
  }
}
