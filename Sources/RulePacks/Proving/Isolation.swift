internal import Diagnostics

/// Compares the rules that fire on an example with those that it names.
enum Isolation {
  /// Other findings than the example names under `fires`, and names of rules that find nothing.
  ///
  /// Counted are rules for categories of the rule's own strictness or below. An example that names
  /// nothing is let be, unless `isStrict`: then it names its own rule alone.
  static func faults(
    of finds: RuleTrial.Finds, on example: RuleExample, for rule: Rule, _ source: PackSource,
    _ rules: CompiledRules, isStrict: Bool
  ) -> [Diagnostic] {
    guard let named = example.fires ?? (isStrict ? [] : nil) else { return [] }
    let hits = finds.hits.filter {
      let other = rules.rules[$0.rule]
      return $0.droppedBy == nil && other.id != rule.id && other.category != nil
        && other.strictness <= rule.strictness
    }
    var faults: [Diagnostic] = []
    var told: Set<Int> = []
    for hit in hits where told.insert(hit.rule).inserted {
      let other = rules.rules[hit.rule].id
      if named.contains(where: { $0.refers(to: other) }) { continue }
      faults.append(
        source.diagnostic(
          PackCode.wrongMatch, "`\(other)` fires on this example, which does not name it",
          on: example, at: hit.span, help: "narrow that rule, or name it under `fires`"))
    }
    for name in named {
      if hits.contains(where: { name.refers(to: rules.rules[$0.rule].id) }) { continue }
      faults.append(
        source.diagnostic(
          PackCode.missedExample, "`\(name.text)` does not fire on this example", at: name.place,
          length: name.text.unicodeScalars.count, help: "correct that rule, or take its name out"))
    }
    return faults
  }
}

extension PlacedText {
  /// Whether this is a rule's id, or the beginning of it before a `*`.
  package func refers(to id: String) -> Bool {
    text.hasSuffix("*") ? id.hasPrefix(text.dropLast()) : id == text
  }
}
