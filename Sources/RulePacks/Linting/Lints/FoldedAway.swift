internal import Diagnostics
internal import TextFolding

/// A character in a pattern for the folded view that folding never leaves: `é`, `’`, a look-alike.
enum FoldedAway: Lint {
  static let code = PackCode.foldedAway

  static func warnings(in context: LintContext) -> [Diagnostic] {
    var folding = CharacterFolding()
    var warnings: [Diagnostic] = []
    for (pack, rule) in context.rules where rule.view == .folded {
      guard let pattern = rule.pattern else { continue }
      warnings += self.warnings(pattern, in: pack, &folding, context)
    }
    for pack in context.library.packs where !pack.rules.isEmpty {
      guard pack.rules.allSatisfy({ $0.view == .folded }) else { continue }
      for item in pack.words.flatMap(\.items) {
        warnings += self.warnings(item, in: pack, &folding, context)
      }
    }
    return warnings
  }

  private static func warnings(
    _ text: PlacedText, in pack: RulePack, _ folding: inout CharacterFolding,
    _ context: LintContext
  ) -> [Diagnostic] {
    var warnings: [Diagnostic] = []
    var offset = 0
    for character in text.text {
      let start = offset
      offset += character.utf8.count
      guard !character.isASCII, let folded = folding.folded(character) else { continue }
      let length = character.unicodeScalars.count
      warnings.append(
        context.warning(
          code, "the folded view never holds `\(character)`, only `\(folded)`",
          at: pack.source.place(ofByte: start, in: text), length: length, in: pack,
          help: "write `\(folded)`, or give the rule `view: both`",
          fix: folded.allSatisfy { $0.isLetter } || folded == "'" ? folded : nil))
    }
    return warnings
  }
}

/// What folding makes of single characters.
private struct CharacterFolding: ~Copyable {
  private var folder = Folder()
  private var known: [Character: String?] = [:]

  /// What becomes of a character, or nil when it stays.
  mutating func folded(_ character: Character) -> String? {
    if let folded = known[character] { return folded }
    // Between letters, as folding looks at the script around a character.
    let field = Array("aa\(character)aa".utf8)
    var output: [UInt8] = []
    var readings: [FoldedReading] = []
    folder.fold(field.span, range: 0..<field.count, into: &output, readings: &readings)
    var folded: String?
    if let base = readings.first {
      let text = String(decoding: output[base.range], as: UTF8.self)
      let inner = String(text.dropFirst(2).dropLast(2))
      if inner != String(character).lowercased(), !inner.isEmpty { folded = inner }
    }
    known[character] = .some(folded)
    return folded
  }
}
