internal import TimelineModel

/// What decides, before any pattern runs, whether a rule may look at a reading of a field.
struct RuleGate: Sendable {
  /// The kinds of fields the rule reads.
  var fields: FieldSet
  /// One bit a language of the packs.
  var languages: UInt64
  /// Whether the rule reads text as written.
  var readsPlain: Bool
  /// Whether the rule reads text with its disguises undone.
  var readsFolded: Bool
  /// Whether anything depends on the rule, for what a run asks of the rules.
  var isWanted = true
}

/// The languages that the packs name, each with a bit.
struct LanguageTable: Sendable {
  /// The bit of every language that no pack names.
  private static let other: UInt64 = 1 << 63
  /// How many languages packs may name.
  static let limit = 63

  private(set) var named: [LanguageCode] = []

  init(_ rules: some Sequence<Rule>) {
    for rule in rules {
      for language in rule.languages ?? [] where !named.contains(language) {
        named.append(language)
      }
    }
  }

  /// The bits of the languages a rule runs on.
  func bits(of rule: Rule) -> UInt64 {
    guard let languages = rule.languages else { return .max }
    return languages.reduce(0) { $0 | bits(of: $1) }
  }

  /// The bits that let a rule run on a text: all of them when its language is unknown.
  func bits(of language: LanguageCode) -> UInt64 {
    if language == .unknown { return .max }
    guard let index = named.firstIndex(of: language) else { return Self.other }
    return 1 << UInt64(index)
  }
}
