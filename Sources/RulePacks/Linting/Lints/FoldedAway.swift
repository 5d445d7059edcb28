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
    let characters = Array(text.text)
    for (place, character) in characters.enumerated() {
      let start = offset
      offset += character.utf8.count
      let isInWord = [place - 1, place + 1].allSatisfy {
        characters.indices.contains($0) && characters[$0].isLetter
      }
      guard !character.isASCII, let folded = folding.folded(character, inWord: isInWord)
      else { continue }
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
  private var known: [Key: String?] = [:]

  private struct Key: Hashable {
    let character: Character
    let isInWord: Bool
  }

  /// What becomes of a character, or nil when it stays, or may stay.
  ///
  /// A quotation mark that is in no word is no reason to fold a text, so that the folded view may well
  /// hold it.
  mutating func folded(_ character: Character, inWord isInWord: Bool) -> String? {
    let key = Key(character: character, isInWord: isInWord)
    if let folded = known[key] { return folded }
    // Between letters, as folding looks at the script around a character.
    let isReason = isInWord || change(of: character, between: " ") != nil
    let folded = isReason ? change(of: character, between: "aa") : nil
    known[key] = .some(folded)
    return folded
  }

  private mutating func change(of character: Character, between sides: String) -> String? {
    let field = Array("\(sides)\(character)\(sides)".utf8)
    var output: [UInt8] = []
    var readings: [FoldedReading] = []
    folder.fold(field.span, range: 0..<field.count, into: &output, readings: &readings)
    guard let base = readings.first else { return nil }
    let text = String(decoding: output[base.range], as: UTF8.self)
    let inner = String(text.dropFirst(sides.count).dropLast(sides.count))
    return inner.isEmpty || inner == String(character).lowercased() ? nil : inner
  }
}
