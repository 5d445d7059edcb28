internal import Diagnostics
internal import PatternEngine
internal import TimelineModel

/// A rule that only finds what another finds too, and thinks no worse of it.
enum ShadowedRules: Lint {
  static let code = PackCode.shadowedRule

  static func warnings(in context: LintContext) -> [Diagnostic] {
    context.rules.indices.compactMap { number in
      let rule = context.rules[number].rule
      guard rule.category != nil else { return nil }
      var shadows: Set<Int>?
      for (example, finds) in zip(rule.examples, context.trial.finds[number]) {
        guard case .match = example.expectation else { continue }
        let hits = finds.hits
        guard let own = hits.first(where: { $0.rule == number })?.span else { return nil }
        let covering = Set(hits.filter { $0.span == own && $0.droppedBy == nil }.map(\.rule))
        shadows = shadows.map { $0.intersection(covering) } ?? covering
      }
      let shadow = (shadows ?? []).sorted().first { covers($0, number, context) }
      guard let shadow else { return nil }
      let other = context.rules[shadow].rule.id
      return context.warning(
        code, "`\(other)` finds all that `\(rule.id)` is shown to find", about: number,
        help: "show with a `match` example what only this rule finds, or retire it")
    }
  }

  /// Whether one rule says at least as much as another wherever both match.
  private static func covers(_ number: Int, _ shadowed: Int, _ context: LintContext) -> Bool {
    let source = context.draft.patterns[number]?.source
    // The same pattern is a duplicate, which another lint tells of.
    guard number != shadowed, source != context.draft.patterns[shadowed]?.source else {
      return false
    }
    let rule = context.rules[number].rule
    let other = context.rules[shadowed].rule
    guard rule.category == other.category, let tier = rule.tier, let otherTier = other.tier,
      tier > otherTier || (tier == otherTier && number < shadowed),
      rule.strictness <= other.strictness, context.draft.conditions[number].isEmpty,
      rule.fields.isSuperset(of: other.fields)
    else { return false }
    guard let languages = rule.languages else { return true }
    return other.languages.map { Set(languages).isSuperset(of: $0) } ?? false
  }
}
