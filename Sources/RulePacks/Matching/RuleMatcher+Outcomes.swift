internal import PatternEngine
internal import TimelineModel

extension RuleMatcher {
  mutating func outcome(
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
  mutating func requirements(
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
  mutating func anyOutcome(
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
  mutating func inheriting(
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
  func mayHold(_ conditions: RuleGraph.Conditions) -> Bool {
    for other in conditions.all where !mayMatch(other) { return false }
    for other in conditions.any where mayMatch(other) { return true }
    return conditions.any.isEmpty
  }

  func mayMatch(_ rule: Int) -> Bool {
    first[rule] >= 0 || isUnsought[rule] || rules.plans[rule].pattern == nil
  }

  /// Whether what the rule itself looks for is there.
  mutating func evidence(for rule: Int, _ texts: ContentTexts) -> Outcome {
    if rules.plans[rule].pattern != nil { return patternOutcome(rule, texts) }
    let language = texts.batch.contents[texts.content].language
    guard rules.gates[rule].languages & rules.languages.bits(of: language) != 0 else {
      return .absent
    }
    guard rules.plans[rule].isCombination else { return labelOutcome(rule, texts) }
    pending.append(.content)
    return .matched
  }

  mutating func labelOutcome(_ rule: Int, _ texts: ContentTexts) -> Outcome {
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

  mutating func patternOutcome(_ rule: Int, _ texts: ContentTexts) -> Outcome {
    let onlyOne = !rules.plans[rule].scores
    var outcome = Outcome.absent
    var matchedField: Int32 = -1
    if isUnsought[rule] && first[rule] < 0 { demand(rule, texts) }
    var next = first[rule]
    while next >= 0 {
      let index = Int(next)
      let candidate = finder.candidates[index]
      next = candidate.next
      if candidate.field == matchedField { continue }
      do throws(MatchFailure) {
        guard let span = try firstMatch(at: index, texts) else { continue }
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
}
