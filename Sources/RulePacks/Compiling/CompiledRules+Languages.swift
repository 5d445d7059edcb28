package import TimelineModel

extension CompiledRules {
  /// The stance of each rule that has one, by the rule's id.
  package var stances: [String: Stance] {
    var stances: [String: Stance] = [:]
    for rule in rules {
      if case .stance(let stance, _) = rule.role { stances[rule.id] = stance }
    }
    return stances
  }

  /// The languages that rules are bound to: posts in others are screened by `any` rules only.
  package var supportedLanguages: Set<LanguageCode> {
    Set(rules.flatMap { $0.languages ?? [] })
  }
}
