package import PatternEngine

/// What all rules find in texts that were written for single rules: their examples.
package struct RuleTrial: Sendable {
  /// What one rule found in a text.
  package struct Hit: Sendable {
    package var rule: Int
    /// The bytes of the text that it found.
    package var span: Range<Int>?
    /// The rule that dropped it.
    package var droppedBy: Int?
  }

  /// What was found in one text.
  package struct Finds: Sendable {
    package var hits: [Hit] = []
    /// The rules that could not be decided.
    package var failures: [Int: MatchFailure] = [:]
  }

  /// By rule, then by the texts that were written for it.
  package let finds: [[Finds]]

  /// Tries rules, those that only log among them, on a list of texts a rule: all rules, or the one
  /// that the texts were written for.
  package init(
    _ rules: CompiledRules, _ texts: [[String]], byAllRules: [Bool]? = nil
  ) throws(PrefilterError) {
    let rules = rules.with(
      .init(
        strictness: 3, appliesStance: false, usesPrefilter: rules.options.usesPrefilter,
        reportsEverything: true))
    finds = try AllCores.map(texts.count) { () throws(PrefilterError) in
      Worker(matcher: try RuleMatcher(rules, forFewTexts: true))
    } _: { (worker, number) throws(PrefilterError) in
      worker.matcher.subject = byAllRules?[number] ?? true ? nil : number
      return try worker.finds(in: texts[number], of: rules.rules[number])
    }
  }

  /// What one processor needs.
  private struct Worker: ~Copyable {
    var matcher: RuleMatcher
    var batch = TextBatch()
    var results = BatchMatches()

    mutating func finds(in texts: [String], of rule: Rule) throws(PrefilterError) -> [Finds] {
      guard !texts.isEmpty else { return [] }
      batch.removeAll()
      for text in texts { batch.append(text, for: rule) }
      try matcher.match(batch.batch, batch.folded, into: &results)
      var finds = Array(repeating: Finds(), count: texts.count)
      for match in results.matches {
        finds[match.content].hits.append(
          Hit(
            rule: match.rule, span: batch.originalSpan(of: match.place),
            droppedBy: match.droppedBy))
      }
      for undecided in results.undecided
      where finds[undecided.content].failures[undecided.rule] == nil {
        finds[undecided.content].failures[undecided.rule] = undecided.failure
      }
      return finds
    }
  }
}
