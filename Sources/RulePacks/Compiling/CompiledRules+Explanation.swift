internal import PatternEngine

extension CompiledRules {
  /// A rule's pattern with its words filled in, or nil for a rule without one.
  package func expandedPattern(of rule: Int) -> String? {
    plans[rule].pattern?.source
  }

  /// What a text must contain for a rule's pattern to be tried, for people who write rules.
  package func requirement(of rule: Int) -> String? {
    plans[rule].pattern.map { RequiredLiterals(of: $0).description }
  }

  /// The rules that a rule's conditions refer to, prefixes resolved: numbers in `rules`.
  package func conditions(
    of rule: Int
  ) -> (all: [Int], any: [Int], unless: [Int], near: Int?) {
    let conditions = plans[rule].conditions
    return (conditions.all, conditions.any, conditions.unless, conditions.near?.rule)
  }
}
