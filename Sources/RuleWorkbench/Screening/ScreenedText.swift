package import RulePacks
package import TimelineModel

/// What the rules found in one text.
package struct ScreenedText: Sendable {
  /// One finding that counts.
  package struct Finding: Hashable, Sendable {
    /// The rule's place in `CompiledRules.rules`.
    package var rule: Int32
    /// How bad it is, stance taken into account.
    package var tier: Tier
  }

  /// The findings, by rule; a rule that matches in several places stands here once.
  package var findings: [Finding] = []
  /// The characters found (Unicode scalars), where they were asked for.
  package var span: Set<Int>?
  /// Whether some rule could not be decided: then nothing may be concluded from what is missing.
  package var isUndecided = false

  /// The categories found.
  package func categories(_ rules: CompiledRules) -> Set<CategoryID> {
    findings.isEmpty ? [] : Set(findings.compactMap { rules.rules[Int($0.rule)].category })
  }
}
