package import Diagnostics
internal import PatternEngine

/// What works but could be better: costs, missing proof, things nobody uses.
package struct RuleLint {
  /// Fewer examples of a kind than this are no proof.
  package static let fewestExamples: Int = 2

  /// Everything worth a warning in a library without faults, in the order of files and lines.
  package static func warnings(of library: RuleLibrary) -> [Diagnostic] {
    let draft = RuleDraft(library)
    let rules = library.rules
    var warnings: [Diagnostic] = []
    for (number, (pack, rule)) in rules.enumerated() {
      if draft.required[number]?.isEmpty == true {
        warnings.append(alwaysRuns(rule, pack))
      }
      if let warning = fewExamples(rule, pack) { warnings.append(warning) }
    }
    return (warnings + unusedWords(library, draft) + unusedSignals(rules, draft)).inReadingOrder
  }

  private static func alwaysRuns(_ rule: Rule, _ pack: RulePack) -> Diagnostic {
    warning(
      PackCode.alwaysRuns, "`\(rule.id)` requires no literal text, so it runs on every post",
      at: rule.pattern?.place ?? rule.place, in: pack,
      help: "let every alternative hold at least three ordinary letters in a row")
  }

  private static func fewExamples(_ rule: Rule, _ pack: RulePack) -> Diagnostic? {
    var matches = 0
    for case .match in rule.examples.map(\.expectation) { matches += 1 }
    let ignores = rule.examples.count - matches
    guard min(matches, ignores) < fewestExamples else { return nil }
    return warning(
      PackCode.fewExamples,
      "`\(rule.id)` has \(matches) `match` and \(ignores) `ignore` examples",
      at: rule.place, length: rule.id.count, in: pack,
      help: "give at least \(fewestExamples) of each")
  }

  private static func unusedWords(_ library: RuleLibrary, _ draft: RuleDraft) -> [Diagnostic] {
    library.packs.flatMap { pack in
      pack.words.filter { !draft.usedWords.contains(WordKey(pack: pack.name, word: $0.name)) }
        .map { list in
          warning(
            PackCode.unusedWord, "nothing refers to the words `\(list.name)`", at: list.place,
            length: list.name.count, in: pack, help: "use them, or remove them")
        }
    }
  }

  private static func unusedSignals(
    _ rules: [(pack: RulePack, rule: Rule)], _ draft: RuleDraft
  ) -> [Diagnostic] {
    let needed = Set(draft.conditions.flatMap(\.needed))
    return rules.enumerated().compactMap { number, entry in
      guard case .signal = entry.rule.role, !needed.contains(number) else { return nil }
      return warning(
        PackCode.unusedSignal, "nothing refers to the signal `\(entry.rule.id)`",
        at: entry.rule.place, length: entry.rule.id.count, in: entry.pack,
        help: "refer to it, or give it a `category` or a `stance`")
    }
  }

  private static func warning(
    _ code: String, _ message: String, at place: TextPlace, length: Int = 1, in pack: RulePack,
    help: String
  ) -> Diagnostic {
    pack.source.diagnostic(
      code, message, at: place, length: length, help: help, severity: .warning)
  }
}
