package import TimelineModel

extension CompiledRules {
  /// The languages that rules are bound to: posts in others are screened by `any` rules only.
  package var supportedLanguages: Set<LanguageCode> {
    Set(rules.flatMap { $0.languages ?? [] })
  }
}
