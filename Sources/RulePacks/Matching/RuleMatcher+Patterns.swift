internal import PatternEngine
internal import TimelineModel

extension RuleMatcher {
  /// Tries the patterns of scoring rules on all their candidates, one rule after the other.
  ///
  /// Rule by rule, because the machine code of one pattern fills a cache: text by text, the same
  /// takes twice the time.
  mutating func tryScoringRules(_ texts: ContentTexts) {
    finder.groupByRule()
    var rule: Int32 = -1
    var matchedField: Int32 = -1
    for index in finder.byRule {
      let candidate = finder.candidates[Int(index)]
      if let subject, candidate.rule != Int32(subject) { continue }
      if candidate.rule != rule {
        rule = candidate.rule
        matchedField = -1
      }
      if candidate.field == matchedField || isRuledOut(candidate, texts) { continue }
      attempt(Int(index), texts)
      let state = finder.candidates[Int(index)].state
      if state == .matched { matchedField = candidate.field }
      if state != .absent {
        finder.isLive[Int(texts.batch.fields[Int(candidate.field)].content)] = true
      }
    }
  }

  /// Whether a condition cannot hold at a candidate, because its pattern cannot match there.
  private mutating func isRuledOut(_ candidate: Candidate, _ texts: ContentTexts) -> Bool {
    guard rules.plans[Int(candidate.rule)].isConditional else { return false }
    let conditions = rules.plans[Int(candidate.rule)].conditions
    let content = Int(texts.batch.fields[Int(candidate.field)].content)
    let fields = texts.batch.contents[content].fields
    let present = finder.starts[fields.lowerBound]..<finder.starts[fields.upperBound]
    if let near = conditions.near,
      !finder.candidates[present].contains(where: { $0.isOf(near.rule, at: candidate) })
    {
      return true
    }
    for other in conditions.all where !mayMatch(other, among: present, texts) { return true }
    for other in conditions.any where mayMatch(other, among: present, texts) { return false }
    return !conditions.any.isEmpty
  }

  /// Whether the pattern of a condition is a candidate that its outline leaves a chance; what it tells
  /// off is told off for every rule that asks.
  private mutating func mayMatch(
    _ rule: Int, among present: Range<Int>, _ texts: ContentTexts
  ) -> Bool {
    guard rules.plans[rule].pattern != nil else { return true }
    for index in present where finder.candidates[index].rule == Int32(rule) {
      let candidate = finder.candidates[index]
      if candidate.state == .untried, !mightMatch(candidate, texts) {
        finder.candidates[index].state = .absent
      }
      if finder.candidates[index].state != .absent { return true }
    }
    return false
  }

  /// Runs a candidate's pattern, unless it was run before.
  private mutating func attempt(_ index: Int, _ texts: ContentTexts) {
    let candidate = finder.candidates[index]
    guard candidate.state == .untried else { return }
    guard mightMatch(candidate, texts), let pattern = rules.plans[Int(candidate.rule)].pattern
    else {
      finder.candidates[index].state = .absent
      return
    }
    do throws(MatchFailure) {
      let span = try workspace.firstMatch(of: pattern, at: candidate, texts)
      finder.candidates[index].state = span == nil ? .absent : .matched
      finder.candidates[index].span =
        span.map { ByteRange(start: $0.lowerBound, end: $0.upperBound) } ?? .absent
    } catch {
      finder.candidates[index].state = .failed
      failedCandidates[index] = error
    }
  }

  /// Whether a look at the outline of its pattern leaves a candidate a chance.
  private mutating func mightMatch(_ candidate: Candidate, _ texts: ContentTexts) -> Bool {
    guard rules.options.usesPrefilter, !isForFewTexts else { return true }
    let (rule, range) = (Int(candidate.rule), texts.range(of: candidate))
    return candidate.reading < 0
      ? outlines.mightMatch(pattern: rule, in: texts.batch.text.span, range, finder.plainWords)
      : outlines.mightMatch(pattern: rule, in: texts.folded.text.span, range, finder.foldedWords)
  }

  /// The first match at a candidate that also has a match of its rule's `near` close by.
  mutating func firstMatch(
    at index: Int, _ texts: ContentTexts
  ) throws(MatchFailure) -> Range<Int>? {
    attempt(index, texts)
    let candidate = finder.candidates[index]
    if candidate.state == .failed, let failure = failedCandidates[index] { throw failure }
    guard candidate.state == .matched else { return nil }
    if rules.plans[Int(candidate.rule)].conditions.near == nil { return candidate.span.indices }
    return try matches(at: candidate, texts, atMost: .max)?.first
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
