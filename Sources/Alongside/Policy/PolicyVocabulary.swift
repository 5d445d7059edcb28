import RulePacks
public import TimelineModel

/// The categories and themes that a policy may name: those of the rule packs.
public struct PolicyVocabulary: Hashable, Sendable {
  /// The categories, sorted.
  public var categories: [CategoryID]
  /// The themes, sorted.
  public var themes: [ThemeID]

  /// Names categories and themes.
  public init(categories: [CategoryID], themes: [ThemeID]) {
    self.categories = categories
    self.themes = themes
  }
}

extension LoadedRules {
  /// What a policy for these packs may name.
  public var vocabulary: PolicyVocabulary {
    let themes = library.packs.flatMap(\.rules).compactMap(\.theme)
    return PolicyVocabulary(
      categories: library.categories.map(\.id).sorted(),
      themes: Set(themes + RiskPolicy.standardContradictions.keys).sorted())
  }
}
