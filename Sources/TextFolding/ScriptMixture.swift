internal import CTextFolding

/// What the words of a field say about its scripts, as bit sets of `Script` indices.
struct ScriptMixture {
  /// Scripts with a word that no Latin word could look like.
  var real: UInt32 = 0
  /// Scripts with words made of nothing but Latin look-alikes, left as they are so far.
  var doubtful: UInt32 = 0

  /// Says whether the letters of `word` are to be read as Latin, and notes what the word shows.
  ///
  /// They are when every letter is Latin or looks Latin and the word mixes scripts, or when its one
  /// script is among `suspect`, the scripts whose every word in the field only looks Latin.
  mutating func readsAsLatin(
    _ word: Range<Int>, of field: Span<UInt8>, suspect: UInt32
  ) -> Bool {
    var scripts: UInt32 = 0
    var allLookLatin = true
    var allWhole = true
    var index = word.lowerBound
    while index < word.upperBound {
      if field[index] < 0x80 {
        if isLetter(field[index]) { scripts |= 1 << UInt32(Script.latin) }
        index += 1
        continue
      }
      let (value, length) = scalar(in: field, at: index)
      index += length
      let entry = FoldEntry(of: value)
      if entry.kind == .letter {
        let letter = entry.letter
        guard letter.script != Script.sign else { continue }
        scripts |= 1 << UInt32(letter.script)
        if letter.script == Script.latin { continue }
        allLookLatin = allLookLatin && letter.latin != 0
        allWhole = allWhole && letter.whole != 0
      } else if entry.isLetter {
        scripts |= 1 << UInt32(Script.latin)
      }
    }
    let foreign = scripts & ~(1 << UInt32(Script.latin))
    guard foreign != 0 else { return false }
    if allLookLatin, scripts.nonzeroBitCount > 1 { return true }
    guard allLookLatin, allWhole else {
      real |= foreign
      return false
    }
    if suspect & foreign != 0 { return true }
    doubtful |= foreign
    return false
  }
}
