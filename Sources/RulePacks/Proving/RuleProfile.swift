package import PatternEngine
package import TimelineModel

/// Measures what each rule costs on real batches and how often the prefilter calls it in vain.
package struct RuleProfile: ~Copyable {
  /// The figures of one rule.
  package struct Row: Sendable {
    /// The rule's place in `CompiledRules.rules`.
    package var rule: Int
    /// Readings of fields that held all the rule requires; all that it reads, for a rule that a scan
    /// tries only when another has found something.
    package var candidates: Int = 0
    /// Candidates on which the pattern matched, conditions left aside.
    package var matches: Int = 0
    /// Candidates that could not be decided.
    package var undecided: Int = 0
    /// What trying the pattern took in all.
    package var time: Duration = .zero
  }

  /// One row a rule, in the order of `CompiledRules.rules`.
  package private(set) var rows: [Row]
  private let rules: CompiledRules
  private var finder: CandidateFinder
  private var workspace: MatchWorkspace

  /// Makes an empty profile.
  package init(
    _ rules: CompiledRules, limits: MatchLimits = .standard
  ) throws(PrefilterError) {
    self.rules = rules
    rows = rules.rules.indices.map { Row(rule: $0) }
    var options = rules.options
    options.reportsEverything = true
    finder = try CandidateFinder(rules.with(options))
    workspace = MatchWorkspace(limits: limits)
  }

  /// Tries every pattern on every candidate of a batch, whether a scan would need to or not.
  package mutating func add(_ batch: PostBatch, _ folded: FoldedFields) throws(PrefilterError) {
    try finder.find(in: batch, folded)
    let texts = ContentTexts(batch: batch, folded: folded)
    let byRule = finder.candidates.sorted { ($0.rule, $0.field) < ($1.rule, $1.field) }
    var start = byRule.startIndex
    while start < byRule.endIndex {
      let rule = Int(byRule[start].rule)
      let end = byRule[start...].firstIndex { $0.rule != byRule[start].rule } ?? byRule.endIndex
      rows[rule].candidates += end - start
      // JIT code is made once a run and says nothing about the pattern's cost a post.
      rules.plans[rule].pattern?.prepareForMatching()
      let began = ProcessorTime.now
      for candidate in byRule[start..<end] { tally(candidate, texts) }
      rows[rule].time += ProcessorTime.now - began
      start = end
    }
  }

  private mutating func tally(_ candidate: Candidate, _ texts: ContentTexts) {
    let rule = Int(candidate.rule)
    guard let pattern = rules.plans[rule].pattern else { return }
    do throws(MatchFailure) {
      if try workspace.firstMatch(of: pattern, at: candidate, texts) != nil {
        rows[rule].matches += 1
      }
    } catch {
      rows[rule].undecided += 1
    }
  }
}
