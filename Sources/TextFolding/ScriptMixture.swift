internal import CTextFolding

/// What the words of a field say about its scripts, as bit sets of `Script` indices.
struct ScriptMixture {
  /// Scripts with a word that no Latin word could look like.
  private var real: UInt32 = 0
  /// Scripts with words made of nothing but Latin look-alikes, left as they are so far.
  private var doubtful: UInt32 = 0

  private static let latin: UInt32 = 1 << UInt32(Script.latin)

  /// Scripts whose every word so far only looks Latin.
  var suspects: UInt32 { doubtful & ~real }

  /// Says whether the word at `start` reads as Latin and where it ends, and notes what it shows.
  ///
  /// It does when every letter of it is Latin or looks Latin and it mixes scripts, or its one script
  /// is among `suspects`.
  mutating func readsAsLatin(
    wordAt start: Int, of field: Span<UInt8>, suspects: UInt32
  ) -> (Bool, end: Int) {
    var scripts: UInt32 = 0
    var allLookLatin = true
    var allWhole = true
    var regionals = 0
    var index = start
    while index < field.count, !isSpace(field[index]) {
      if field[index] < 0x80 {
        if isLetter(field[index]) { scripts |= Self.latin }
        if !isControl(field[index]) { scripts |= Self.spelt(&regionals) }
        index += 1
        continue
      }
      let (value, length) = scalar(in: field, at: index)
      let entry = FoldEntry(of: value)
      if entry.isSpace { break }
      index += length
      if entry.kind == .regional { regionals += 1 }
      if entry.kind != .regional, !entry.isInvisible { scripts |= Self.spelt(&regionals) }
      switch entry.kind {
      case .ascii:
        if entry.isLetter { scripts |= Self.latin }
      case .string:
        let isLatin = entry.isLatinString
        scripts |= isLatin ? Self.latin : 1 << UInt32(Script.other)
        allLookLatin = allLookLatin && isLatin
      case .letter:
        let letter = entry.letter
        if letter.script == Script.sign { continue }
        scripts |= 1 << UInt32(letter.script)
        if letter.script == Script.latin { continue }
        allLookLatin = allLookLatin && letter.latin != 0
        allWhole = allWhole && letter.isWhole
      case .inert, .mark, .joiner, .typographic, .regional: break
      }
    }
    scripts |= Self.spelt(&regionals)
    let foreign = scripts & ~Self.latin
    guard allLookLatin else {
      real |= foreign
      return (false, index)
    }
    if scripts.nonzeroBitCount > 1 || suspects & foreign != 0 { return (true, index) }
    if allWhole { doubtful |= foreign } else { real |= foreign }
    return (false, index)
  }

  /// The script of a row of regional indicators, if it is no flag; ends the row.
  @inline(__always)
  private static func spelt(_ regionals: inout Int) -> UInt32 {
    defer { regionals = 0 }
    return regionals == 0 || regionals == 2 ? 0 : latin
  }
}
