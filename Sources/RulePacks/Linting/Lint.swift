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

  private let prefix: String

  init(
    _ library: RuleLibrary, _ draft: RuleDraft, _ compiled: CompiledRules, about prefix: String
  ) throws {
    self.library = library
    self.draft = draft
    self.prefix = prefix
    rules = library.rules
    let isWanted = rules.map { $0.rule.id.hasPrefix(prefix) }
    trial = try RuleTrial(
      compiled, zip(rules, isWanted).map { $1 ? $0.rule.examples.map(\.text) : [] })
    let sources = zip(draft.patterns, isWanted).map { $1 ? $0?.source : nil }
    trees = AllCores.map(sources.count) { sources[$0].map(PatternTree.init) }
  }

  /// Whether a diagnostic speaks of a rule that was asked for, or of any when all were.
  func isWanted(_ diagnostic: Diagnostic) -> Bool {
    guard !prefix.isEmpty else { return true }
    guard case .text(let file, let line, _) = diagnostic.location,
      let pack = library.packs.first(where: { $0.source.name == file })
    else { return false }
    return pack.rules.last { $0.place.line <= line }?.id.hasPrefix(prefix) ?? false
  }

  /// Asks about every rule, on all processors.
  func warnings(_ ask: @Sendable (Int) -> Diagnostic?) -> [Diagnostic] {
    AllCores.map(rules.count, ask).compactMap(\.self)
  }

  /// Where the author wrote what stands at a byte of a pattern with its words filled in: the place
  /// in the rule's own pattern, that of `{{word}}` for what a word stands for.
  func mark(ofByte offset: Int, inPatternOf number: Int) -> (place: TextPlace, length: Int)? {
    let (pack, rule) = rules[number]
    guard let text = rule.pattern else { return nil }
    var words = WordExpansion(library.packs)
    guard let expanded = words.expand(text, in: pack.name, pack.source),
      let found = words.place(ofByte: offset, in: expanded, pack.source)
    else { return nil }
    return (found.place, found.length)
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
