package import PatternEngine
package import TimelineModel

/// Runs the rules over batches; one per worker.
///
/// The literals in the words of a batch tell which rules can match where, PCRE2 confirms, and what is
/// left is put together content by content.
/// Nothing is allocated for a post without a match.
package struct RuleMatcher: ~Copyable {
  /// The rules it runs.
  package let rules: CompiledRules
  var finder: CandidateFinder
  var workspace: MatchWorkspace
  var outlines: OutlineWorkspace
  /// Why patterns could not be decided, by candidate.
  var failedCandidates: [Int: MatchFailure] = [:]
  /// What is known about each rule in the current content.
  var outcomes: [Outcome]
  var asked: [Int] = []
  /// Each rule's first and last candidate in the current content, or −1.
  var first: [Int32]
  var last: [Int32]
  var linked: [Int] = []
  /// Whether a rule with a pattern is tried only when asked about.
  let isUnsought: [Bool]
  /// The matches of rules whose conditions are not known yet; a stack.
  var pending: [RuleMatch.Place] = []
  /// Why rules are undecided in the current content.
  var failures: [UndecidedRule] = []

  /// The only rule that is asked about, and what it needs; all rules where it is nil.
  var subject: Int? {
    didSet {
      finder.tried = subject.map { subject in
        let needed = RuleGraph.closure(of: [subject], in: rules.plans.map(\.conditions), \.needed)
        return needed.indices.filter { needed[$0] && rules.plans[$0].pattern != nil }
          .map { Int32($0) }
      }
    }
  }
  /// Whether patterns are tried too seldom for what makes them fast to pay.
  let isForFewTexts: Bool

  /// Makes what one worker needs; `forFewTexts` finds the same, and is faster on some thousand texts.
  package init(
    _ rules: CompiledRules, limits: MatchLimits = .standard, forFewTexts: Bool = false
  ) throws(PrefilterError) {
    self.rules = rules
    isForFewTexts = forFewTexts
    finder = try CandidateFinder(rules)
    workspace = MatchWorkspace(limits: limits, interprets: forFewTexts)
    outlines = OutlineWorkspace(rules.plans.map(\.pattern))
    outcomes = Array(repeating: .unknown, count: rules.plans.count)
    first = Array(repeating: -1, count: rules.plans.count)
    let isDemanded = rules.options.usesPrefilter && !rules.options.reportsEverything
    let unsought = Set(isDemanded ? rules.unsought : [])
    isUnsought = rules.plans.indices.map { unsought.contains(Int32($0)) }
    last = first
  }

  /// Finds what the rules say about every content of a batch; replaces what `results` held.
  package mutating func match(
    _ batch: PostBatch, _ folded: FoldedFields, into results: inout BatchMatches
  ) throws(PrefilterError) {
    results.removeAll()
    if finder.hasSeenMostWords {
      finder.forgetWords()
      outlines.forgetWords()
    }
    try finder.find(in: batch, folded)
    failedCandidates.removeAll(keepingCapacity: true)
    var texts = ContentTexts(batch: batch, folded: folded)
    tryScoringRules(texts)
    let hasLabelRules = !rules.labelRules.isEmpty
    for content in batch.contents.indices {
      let isLive = finder.isLive[content] || subject != nil
      guard isLive || (hasLabelRules && !batch.contents[content].labels.isEmpty) else { continue }
      texts.content = content
      evaluate(texts, into: &results)
    }
  }

  mutating func evaluate(_ texts: ContentTexts, into results: inout BatchMatches) {
    link(texts)
    let firstMatch = results.matches.count
    let firstUndecided = results.undecided.count
    linked.sort()
    // Asking about rules links more of them, which do not score.
    for rule in Array(linked) where rules.plans[rule].scores && rule == subject ?? rule {
      report(rule, outcome(of: rule, texts, into: &results), texts, into: &results)
    }
    if results.matches.count > firstMatch {
      applyStance(to: firstMatch, texts, into: &results)
      results.matches[firstMatch...].sort { ($0.rule, $0.place) < ($1.rule, $1.place) }
    }
    if results.undecided.count > firstUndecided {
      results.undecided[firstUndecided...].sort { $0.rule < $1.rule }
    }
    reset()
  }

  /// Chains the candidates of each rule, and lists the rules that have some.
  mutating func link(_ texts: ContentTexts) {
    for field in texts.batch.contents[texts.content].fields {
      link(finder.starts[field]..<finder.starts[field + 1])
    }
    if !texts.batch.contents[texts.content].labels.isEmpty {
      linked += rules.labelRules
    }
    linked += rules.combinations
  }

  private mutating func link(_ candidates: Range<Int>) {
    for candidate in candidates {
      let rule = Int(finder.candidates[candidate].rule)
      if first[rule] < 0 {
        first[rule] = Int32(candidate)
        linked.append(rule)
      } else {
        finder.candidates[Int(last[rule])].next = Int32(candidate)
      }
      last[rule] = Int32(candidate)
    }
  }

  /// Makes the candidates of a rule that is not looked for.
  mutating func demand(_ rule: Int, _ texts: ContentTexts) {
    link(finder.demand(rule, in: texts.content, texts.batch, texts.folded))
  }

  mutating func reset() {
    for rule in linked {
      first[rule] = -1
      last[rule] = -1
    }
    for rule in asked { outcomes[rule] = .unknown }
    linked.removeAll(keepingCapacity: true)
    asked.removeAll(keepingCapacity: true)
    failures.removeAll(keepingCapacity: true)
    finder.forgetDemanded()
  }

  func report(
    _ rule: Int, _ outcome: Outcome, _ texts: ContentTexts, into results: inout BatchMatches
  ) {
    guard outcome == .undecided, let failure = failures.first(where: { $0.rule == rule }) else {
      return
    }
    results.undecided.append(failure)
  }
}
