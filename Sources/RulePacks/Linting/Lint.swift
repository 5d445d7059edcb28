internal import Diagnostics
internal import PatternEngine

/// One thing that works but could be better, told of every place where it does not.
protocol Lint: SendableMetatype {
  /// Its code, which is never used again for something else.
  static var code: String { get }
  /// Everything that it has to say about a library without faults.
  static func warnings(in context: LintContext) -> [Diagnostic]
}

/// Every lint.
enum Lints {
  static let all: [any Lint.Type] = [
    AlwaysRuns.self, FewExamples.self, UnusedWords.self, UnusedSignals.self, DuplicateRules.self,
    ShadowedRules.self, Backtracking.self, ShortWords.self, UntriedExceptions.self,
    FoldedAway.self, InvisibleCharacters.self, MixedScripts.self, ContradictedExamples.self,
  ]
}

/// A library without faults, and what was found out about it.
struct LintContext: Sendable {
  let library: RuleLibrary
  let rules: [(pack: RulePack, rule: Rule)]
  let draft: RuleDraft
  /// What the rules find in all examples.
  let trial: RuleTrial
  /// The patterns with their words filled in, cut into parts; nil for rules without one.
  let trees: [PatternTree?]

  init(_ library: RuleLibrary, _ draft: RuleDraft, _ trial: RuleTrial) {
    self.library = library
    rules = library.rules
    self.draft = draft
    self.trial = trial
    let sources = draft.patterns.map { $0?.source }
    trees = AllCores.map(sources.count) { sources[$0].map(PatternTree.init) }
  }

  /// Asks about every rule, on all processors.
  func warnings(_ ask: @Sendable (Int) -> Diagnostic?) -> [Diagnostic] {
    AllCores.map(rules.count, ask).compactMap(\.self)
  }

  /// A warning about a place of a pack.
  func warning(
    _ code: String, _ message: String, at place: TextPlace, length: Int = 1, in pack: RulePack,
    help: String, fix: String? = nil
  ) -> Diagnostic {
    var diagnostic = pack.source.diagnostic(
      code, message, at: place, length: length, help: help, severity: .warning)
    diagnostic.fix = fix
    return diagnostic
  }

  /// A warning about a whole rule, at its id.
  func warning(
    _ code: String, _ message: String, about number: Int, help: String
  ) -> Diagnostic {
    let (pack, rule) = rules[number]
    return warning(
      code, message, at: rule.place, length: rule.id.unicodeScalars.count, in: pack, help: help)
  }
}
