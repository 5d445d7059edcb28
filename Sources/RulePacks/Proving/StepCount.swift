package import PatternEngine
internal import TimelineModel

/// How much backtracking one rule's pattern needs on the worst of many texts.
package struct StepCount: Sendable {
  /// The text on which it needs most: a content of the batch.
  package var content: Int
  /// A match limit that just suffices, up to a factor of two; JIT code counts the steps.
  package var limit: UInt32
  /// Whether even the limit of scans does not suffice.
  package var isUndecided: Bool

  /// Tries ever larger limits on the texts for which the smaller ones did not do.
  package static func worst(
    of rule: Int, _ rules: CompiledRules, on texts: borrowing TextBatch
  ) throws(PrefilterError) -> StepCount? {
    guard let pattern = rules.plans[rule].pattern else { return nil }
    var finder = try CandidateFinder(rules)
    try finder.find(in: texts.batch, texts.folded)
    let contents = ContentTexts(batch: texts.batch, folded: texts.folded)
    var left = finder.candidates.filter { $0.rule == Int32(rule) }
    guard let first = left.first else { return nil }
    func content(_ candidate: Candidate) -> Int {
      Int(texts.batch.fields[Int(candidate.field)].content)
    }
    var worst = StepCount(content: content(first), limit: 1, isUndecided: false)
    var limit: UInt32 = 1
    while !left.isEmpty {
      var workspace = MatchWorkspace(limits: MatchLimits(matchLimit: limit))
      var failing: [Candidate] = []
      for candidate in left {
        do throws(MatchFailure) {
          _ = try workspace.firstMatch(of: pattern, at: candidate, contents)
        } catch {
          failing.append(candidate)
        }
      }
      worst.limit = limit
      if let candidate = failing.first { worst.content = content(candidate) }
      left = failing
      if limit >= MatchLimits.standard.matchLimit {
        worst.isUndecided = !failing.isEmpty
        break
      }
      limit = min(limit * 2, MatchLimits.standard.matchLimit)
    }
    return worst
  }
}
