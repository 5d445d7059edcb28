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
    /// It keeps its script, and folding changes nothing but letter case up to the end of a letter.
    case untouched(upTo: Int, script: UInt8)
  }

  /// Judges the word that starts at `start`, notes what it shows and says where it ends.
  ///
  /// A word is read as Latin when every letter of it is Latin or looks Latin and it mixes scripts,
  /// or when its one script is among `suspects`.
  mutating func verdict(
    onWordAt start: Int, of field: Span<UInt8>, suspects: UInt32
  ) -> (verdict: Verdict, end: Int) {
    var scripts: UInt32 = 0
    var allLookLatin = true
    var allWhole = true
    // The end of the last letter as long as there have been only letters, signs and plain ASCII.
    var untouchedEnd = start
    var untouchedScript = Script.latin
    var isUntouched = true
    var regionals = 0
    var index = start
    while index < field.count, !isSpace(field[index]) {
      if field[index] < 0x80 {
        if isLetter(field[index]) { scripts |= 1 << UInt32(Script.latin) }
        if isControl(field[index]) {
          isUntouched = false
        } else {
          scripts |= Self.spelt(&regionals)
        }
        index += 1
        continue
      }
      let (value, length) = scalar(in: field, at: index)
      index += length
      let entry = FoldEntry(of: value)
      if entry.kind == .regional {
        regionals += 1
      } else if !entry.isInvisible {
        scripts |= Self.spelt(&regionals)
      }
      if entry.kind == .inert { continue }
      if entry.isSpace { break }
      guard entry.kind == .letter, entry.letter.script != Script.sign else {
        isUntouched = false
        guard entry.isLetter else { continue }
        let isLatin = entry.kind == .ascii || entry.isLatinString
        scripts |= 1 << UInt32(isLatin ? Script.latin : Script.other)
        allLookLatin = allLookLatin && isLatin
        continue
      }
      let letter = entry.letter
      if letter.isStyled { isUntouched = false }
      scripts |= 1 << UInt32(letter.script)
      if isUntouched { (untouchedEnd, untouchedScript) = (index, letter.script) }
      if letter.script == Script.latin { continue }
      allLookLatin = allLookLatin && letter.latin != 0
      allWhole = allWhole && letter.isWhole
    }
    scripts |= Self.spelt(&regionals)
    let foreign = scripts & ~(1 << UInt32(Script.latin))
    if foreign != 0, allLookLatin {
      if scripts.nonzeroBitCount > 1 || suspects & foreign != 0 {
        return (.latin, index)
      }
      if allWhole { doubtful |= foreign } else { real |= foreign }
    } else {
      real |= foreign
    }
    return (.untouched(upTo: untouchedEnd, script: untouchedScript), index)
  }

  /// The script of a row of regional indicators, if it is no flag; ends the row.
  @inline(__always)
  private static func spelt(_ regionals: inout Int) -> UInt32 {
    defer { regionals = 0 }
    return regionals == 0 || regionals == 2 ? 0 : 1 << UInt32(Script.latin)
  }
}
