package import PatternEngine
package import TimelineModel

/// Runs the rules over batches; one per worker.
///
/// Two scans of literals over a whole batch tell which rules can match where, and PCRE2 confirms.
/// Nothing is allocated for a post without a match.
package struct RuleMatcher: ~Copyable {
  /// The rules it runs.
  package let rules: CompiledRules
  private var finder: CandidateFinder
  private var workspace: MatchWorkspace
  private var outlines: OutlineWorkspace
  /// What is known about each rule in the current content.
  private var outcomes: [Outcome]
  private var asked: [Int] = []
  /// Each rule's first and last candidate in the current content, or −1.
  private var first: [Int32]
  private var last: [Int32]
  private var linked: [Int] = []
  /// The matches of rules whose conditions are not known yet; a stack.
  private var pending: [RuleMatch.Place] = []
  /// Why rules are undecided in the current content.
  private var failures: [UndecidedRule] = []

  /// Makes what one worker needs.
  package init(
    _ rules: CompiledRules, limits: MatchLimits = .standard
  ) throws(PrefilterError) {
    self.rules = rules
    finder = try CandidateFinder(rules)
    workspace = MatchWorkspace(limits: limits)
    outlines = OutlineWorkspace(patterns: rules.plans.count)
    outcomes = Array(repeating: .unknown, count: rules.plans.count)
    first = Array(repeating: -1, count: rules.plans.count)
    last = first
  }

  /// Finds what the rules say about every content of a batch; replaces what `results` held.
  package mutating func match(
    _ batch: PostBatch, _ folded: FoldedFields, into results: inout BatchMatches
  ) throws(PrefilterError) {
    results.removeAll()
    try finder.find(in: batch, folded)
    let hasLabelRules = !rules.labelRules.isEmpty
    var texts = ContentTexts(batch: batch, folded: folded)
    for content in batch.contents.indices {
      guard finder.isLive[content] || (hasLabelRules && !batch.contents[content].labels.isEmpty)
      else { continue }
      texts.content = content
      evaluate(texts, into: &results)
    }
  }

  private mutating func evaluate(_ texts: ContentTexts, into results: inout BatchMatches) {
    link(texts)
    let firstMatch = results.matches.count
    let firstUndecided = results.undecided.count
    linked.sort()
    for rule in linked where rules.plans[rule].scores {
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
  private mutating func link(_ texts: ContentTexts) {
    for field in texts.batch.contents[texts.content].fields {
      for candidate in finder.starts[field]..<finder.starts[field + 1] {
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
    if !texts.batch.contents[texts.content].labels.isEmpty {
      linked += rules.labelRules
    }
    linked += rules.combinations
  }

  private mutating func reset() {
    for rule in linked {
      first[rule] = -1
      last[rule] = -1
    }
    for rule in asked { outcomes[rule] = .unknown }
    linked.removeAll(keepingCapacity: true)
    asked.removeAll(keepingCapacity: true)
    failures.removeAll(keepingCapacity: true)
  }

  private func report(
    _ rule: Int, _ outcome: Outcome, _ texts: ContentTexts, into results: inout BatchMatches
  ) {
    guard outcome == .undecided, let failure = failures.first(where: { $0.rule == rule }) else {
      return
    }
    results.undecided.append(failure)
  }

  // MARK: - Outcomes

  private mutating func outcome(
    of rule: Int, _ texts: ContentTexts, into results: inout BatchMatches
  ) -> Outcome {
    guard outcomes[rule] == .unknown else { return outcomes[rule] }
    asked.append(rule)
    let conditions = rules.plans[rule].conditions
    guard mayHold(conditions) else {
      outcomes[rule] = .absent
      return .absent
    }
    let firstPending = pending.count
    var outcome = evidence(for: rule, texts)
    var dropper: Int?
    if outcome != .absent, !conditions.isEmpty {
      outcome = outcome.and(requirements(conditions, of: rule, texts, into: &results))
      if outcome != .absent {
        let exception = anyOutcome(conditions.unless, of: rule, texts, into: &results)
        switch exception.outcome {
        case .matched:
          // A rule that is undecided and dropped either way is absent.
          dropper = outcome == .matched ? exception.rule : nil
          outcome = .absent
        case .undecided: outcome = .undecided
        default: break
        }
      }
    }
    if rules.plans[rule].scores, outcome == .matched || dropper != nil {
      for place in pending[firstPending...] {
        results.matches.append(
          RuleMatch(
            content: texts.content, rule: rule, place: place, tier: rules.plans[rule].tier,
            droppedBy: dropper))
      }
    }
    pending.removeSubrange(firstPending...)
    outcomes[rule] = outcome
    return outcome
  }

  /// Whether `all` and `any` hold.
  private mutating func requirements(
    _ conditions: RuleGraph.Conditions, of rule: Int, _ texts: ContentTexts,
    into results: inout BatchMatches
  ) -> Outcome {
    var outcome = Outcome.matched
    for other in conditions.all {
      outcome = outcome.and(inheriting(other, for: rule, texts, into: &results))
      if outcome == .absent { return .absent }
    }
    if !conditions.any.isEmpty {
      outcome = outcome.and(anyOutcome(conditions.any, of: rule, texts, into: &results).outcome)
    }
    return outcome
  }

  /// Whether one of some rules matches, and the first that does.
  private mutating func anyOutcome(
    _ others: [Int], of rule: Int, _ texts: ContentTexts, into results: inout BatchMatches
  ) -> (outcome: Outcome, rule: Int?) {
    var outcome = Outcome.absent
    for other in others {
      outcome = outcome.or(inheriting(other, for: rule, texts, into: &results))
      if outcome == .matched { return (.matched, other) }
    }
    return (outcome, nil)
  }

  /// The outcome of a condition; its failure becomes the failure of the rule that needs it.
  private mutating func inheriting(
    _ other: Int, for rule: Int, _ texts: ContentTexts, into results: inout BatchMatches
  ) -> Outcome {
    let outcome = outcome(of: other, texts, into: &results)
    if outcome == .undecided, var failure = failures.first(where: { $0.rule == other }) {
      failure.rule = rule
      failures.append(failure)
    }
    return outcome
  }

  /// Whether `all` and `any` are not ruled out already, by patterns that are no candidates.
  private func mayHold(_ conditions: RuleGraph.Conditions) -> Bool {
    for other in conditions.all where !mayMatch(other) { return false }
    for other in conditions.any where mayMatch(other) { return true }
    return conditions.any.isEmpty
  }

  private func mayMatch(_ rule: Int) -> Bool {
    rules.plans[rule].pattern == nil || first[rule] >= 0
  }

  /// Whether what the rule itself looks for is there.
  private mutating func evidence(for rule: Int, _ texts: ContentTexts) -> Outcome {
    if rules.plans[rule].pattern != nil { return patternOutcome(rule, texts) }
    let language = texts.batch.contents[texts.content].language
    guard rules.gates[rule].languages & rules.languages.bits(of: language) != 0 else {
      return .absent
    }
    guard rules.plans[rule].isCombination else { return labelOutcome(rule, texts) }
    pending.append(.content)
    return .matched
  }

  private mutating func labelOutcome(_ rule: Int, _ texts: ContentTexts) -> Outcome {
    let content = texts.batch.contents[texts.content]
    var outcome = Outcome.absent
    for label in content.labels {
      let name = texts.batch.names[texts.batch.labels[label].range.indices]
      guard rules.plans[rule].labels.contains(where: { $0.elementsEqual(name) }) else { continue }
      pending.append(.label(label))
      outcome = .matched
    }
    return outcome
  }

  private mutating func patternOutcome(_ rule: Int, _ texts: ContentTexts) -> Outcome {
    let onlyOne = !rules.plans[rule].scores
    var outcome = Outcome.absent
    var matchedField: Int32 = -1
    var next = first[rule]
    while next >= 0 {
      let candidate = finder.candidates[Int(next)]
      next = candidate.next
      if candidate.field == matchedField { continue }
      do throws(MatchFailure) {
        guard let span = try firstMatch(of: rule, at: candidate, texts) else { continue }
        pending.append(texts.place(span, of: candidate))
        matchedField = candidate.field
        outcome = .matched
        if onlyOne { return .matched }
      } catch {
        failures.append(
          UndecidedRule(
            content: texts.content, rule: rule, cause: rule, field: Int(candidate.field),
            failure: error))
        outcome = outcome.or(.undecided)
      }
    }
    return outcome
  }

  // MARK: - Patterns

  private mutating func firstMatch(
    of rule: Int, at candidate: Candidate, _ texts: ContentTexts
  ) throws(MatchFailure) -> Range<Int>? {
    guard let pattern = rules.plans[rule].pattern,
      mightMatch(rule, pattern, at: candidate, texts)
    else { return nil }
    guard let near = rules.plans[rule].conditions.near else {
      return try workspace.firstMatch(of: pattern, at: candidate, texts)
    }
    guard isCandidate(near.rule, at: candidate), let other = rules.plans[near.rule].pattern else {
      return nil
    }
    // Most candidates fail here, before any list is made.
    guard try workspace.firstMatch(of: pattern, at: candidate, texts) != nil else { return nil }
    let others = try matches(of: other, at: candidate, texts)
    guard !others.isEmpty else { return nil }
    let distance = WordDistance(texts.string(of: candidate))
    return try matches(of: pattern, at: candidate, texts).first { span in
      let right = others.firstIndex { $0.lowerBound > span.lowerBound } ?? others.count
      return others[max(right - 1, 0)...].prefix(2).contains {
        distance.words(between: span, and: $0) <= near.words
      }
    }
  }

  private mutating func mightMatch(
    _ rule: Int, _ pattern: Pattern, at candidate: Candidate, _ texts: ContentTexts
  ) -> Bool {
    guard rules.options.usesPrefilter else { return true }
    let text = texts.bytes(of: candidate)
    return outlines.mightMatch(pattern, number: rule, in: text.span, texts.range(of: candidate))
  }

  private func isCandidate(_ rule: Int, at place: Candidate) -> Bool {
    var next = first[rule]
    while next >= 0 {
      let candidate = finder.candidates[Int(next)]
      if candidate.field == place.field, candidate.reading == place.reading { return true }
      next = candidate.next
    }
    return false
  }

  /// All matches that do not overlap, from left to right.
  private mutating func matches(
    of pattern: Pattern, at candidate: Candidate, _ texts: ContentTexts
  ) throws(MatchFailure) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start = 0
    while let span = try workspace.firstMatch(of: pattern, at: candidate, texts, from: start) {
      spans.append(span)
      // A match behind a lookbehind's end may be empty; step on by a character.
      start = span.isEmpty ? texts.index(after: span.upperBound, in: candidate) : span.upperBound
      if start >= texts.range(of: candidate).count { break }
    }
    return spans
  }

  // MARK: - Stance

  private mutating func applyStance(
    to firstMatch: Int, _ texts: ContentTexts, into results: inout BatchMatches
  ) {
    let categories = results.matches[firstMatch...].reduce(0 as UInt64) {
      $1.droppedBy == nil && $1.tier != nil ? $0 | rules.plans[$1.rule].categories : $0
    }
    let firstStance = results.stances.count
    for rule in linked
    where rules.plans[rule].lowersFindings && rules.plans[rule].categories & categories != 0 {
      let outcome = outcome(of: rule, texts, into: &results)
      if outcome == .matched { results.stances.append(rule) }
      report(rule, outcome, texts, into: &results)
    }
    let stances = firstStance..<results.stances.count
    guard !stances.isEmpty else { return }
    for index in results.matches.indices[firstMatch...] {
      let rule = results.matches[index].rule
      guard results.stances[stances].contains(where: { rules.lowers($0, rule: rule) }) else {
        continue
      }
      guard let tier = rules.plans[rule].tier else { continue }
      results.matches[index].stances = stances
      results.matches[index].tier = tier.lowered
      results.matches[index].needsReview = tier == .floor
    }
  }
}

extension MatchWorkspace {
  /// Finds the first match in a candidate's reading, in bytes from the reading's start.
  mutating func firstMatch(
    of pattern: Pattern, at candidate: Candidate, _ texts: ContentTexts, from start: Int = 0
  ) throws(MatchFailure) -> Range<Int>? {
    let range = texts.range(of: candidate)
    // SAFETY: batches and folded arenas hold valid UTF-8 only; that is their contract.
    let bytes = texts.bytes(of: candidate)
    let text = unsafe UTF8Span(unchecked: bytes.span)
    let span = try firstMatch(
      of: pattern, in: text, within: range, from: range.lowerBound + start)
    return span.map { $0.lowerBound - range.lowerBound..<$0.upperBound - range.lowerBound }
  }
}
