internal import Diagnostics
internal import PatternEngine

/// All rules run over all `match` and `ignore` examples of all rules.
struct ExampleTrial {
  /// What one rule found in one example.
  struct Hit {
    var rule: Int
    /// The bytes of the example that it found.
    var span: Range<Int>?
    /// The rule that dropped it.
    var droppedBy: Int?
  }

  /// The hits, by rule and by that rule's examples.
  private(set) var hits: [[[Hit]]] = []

  init(_ library: RuleLibrary) throws {
    let rules = try CompiledRules(
      library, options: .init(strictness: 3, appliesStance: false, reportsEverything: true))
    var matcher = try RuleMatcher(rules)
    var results = BatchMatches()
    for (_, rule) in library.rules {
      var examples = TextBatch()
      for example in rule.examples { examples.append(example.text, for: rule) }
      try matcher.match(examples.batch, examples.folded, into: &results)
      var found = Array(repeating: [Hit](), count: rule.examples.count)
      for match in results.matches {
        found[match.content].append(
          Hit(
            rule: match.rule, span: examples.originalSpan(of: match.place),
            droppedBy: match.droppedBy))
      }
      hits.append(found)
    }
  }
}
