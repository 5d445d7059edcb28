internal import Diagnostics

/// One example of a kind proves little.
enum FewExamples: Lint {
  static let code = PackCode.fewExamples
  /// Fewer examples of a kind than this are no proof.
  static let fewest = 2

  static func warnings(in context: LintContext) -> [Diagnostic] {
    context.rules.enumerated().compactMap { number, entry in
      let rule = entry.rule
      var matches = 0
      for case .match in rule.examples.map(\.expectation) { matches += 1 }
      let ignores = rule.examples.count - matches
      // A rule of one label has one text that it can match.
      var fewestMatches = fewest
      if case .labels(let labels) = rule.evidence { fewestMatches = min(fewest, labels.count) }
      guard matches < fewestMatches || ignores < fewest else { return nil }
      return context.warning(
        code, "`\(rule.id)` has \(matches) `match` and \(ignores) `ignore` examples",
        about: number,
        help: fewestMatches == fewest
          ? "give at least \(fewest) of each"
          : "give at least \(fewestMatches) of the first and \(fewest) of the second")
    }
  }
}
