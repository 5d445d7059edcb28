internal import Diagnostics

/// An `ignore` example in which another rule finds the same category: the post is flagged all the
/// same.
enum ContradictedExamples: Lint {
  static let code = PackCode.contradictedExample

  static func warnings(in context: LintContext) -> [Diagnostic] {
    context.rules.indices.flatMap { number -> [Diagnostic] in
      let (pack, rule) = context.rules[number]
      guard let category = rule.category else { return [] }
      return zip(rule.examples, context.trial.finds[number]).compactMap { example, finds in
        // Where rules are named, the test holds the example to it.
        guard case .ignore = example.expectation, example.fires == nil else { return nil }
        let other = finds.hits.first {
          let other = context.rules[$0.rule].rule
          return $0.droppedBy == nil && $0.rule != number && other.category == category
            && other.strictness <= rule.strictness
        }
        guard let other else { return nil }
        let id = context.rules[other.rule].rule.id
        return pack.source.diagnostic(
          code, "`\(id)` finds \(category) in what `\(rule.id)` ignores", on: example,
          at: other.span, severity: .warning,
          help: "narrow that rule or, where it is right, say `{text: …, fires: [\(id)]}`")
      }
    }
  }
}
