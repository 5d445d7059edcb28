internal import PatternEngine
package import TimelineModel

extension RuleMatcher {
  /// The most matches of a rule that are told apart in one reading.
  private static let mostRepeats = 64

  /// Every match of a rule in a field of the batch matched last: bytes from the start of one of the
  /// field's folded readings, or of the text as written (nil).
  ///
  /// Nil where they are more than can be told apart, or one could not be decided.
  package mutating func matches(
    of rule: Int, inField field: Int, _ batch: PostBatch, _ folded: FoldedFields
  ) -> [(reading: Int?, span: Range<Int>)]? {
    let texts = ContentTexts(batch: batch, folded: folded)
    var places: [(reading: Int?, span: Range<Int>)] = []
    for index in finder.starts[field]..<finder.starts[field + 1] {
      let candidate = finder.candidates[index]
      guard candidate.rule == Int32(rule), candidate.state != .absent else { continue }
      guard let found = try? matches(at: candidate, texts, atMost: Self.mostRepeats) else {
        return nil
      }
      for span in found {
        guard case .field(_, let reading, let span) = texts.place(span, of: candidate) else {
          continue
        }
        places.append((reading, span))
      }
    }
    return places
  }

  /// All matches at a candidate that have a match of the rule's `near` close by, if it wants one; nil
  /// where they are more than `limit`.
  mutating func matches(
    at candidate: Candidate, _ texts: ContentTexts, atMost limit: Int
  ) throws(MatchFailure) -> [Range<Int>]? {
    let plan = rules.plans[Int(candidate.rule)]
    guard let pattern = plan.pattern else { return [] }
    guard let near = plan.conditions.near else {
      return try matches(of: pattern, at: candidate, texts, atMost: limit)
    }
    guard isCandidate(near.rule, at: candidate), let other = rules.plans[near.rule].pattern else {
      return []
    }
    guard let others = try matches(of: other, at: candidate, texts, atMost: .max),
      let spans = try matches(of: pattern, at: candidate, texts, atMost: limit)
    else { return nil }
    let distance = WordDistance(texts.string(of: candidate))
    var right = 0
    return spans.filter { span in
      while right < others.count, others[right].lowerBound <= span.lowerBound { right += 1 }
      return others[max(right - 1, 0)...].prefix(2).contains {
        distance.words(between: span, and: $0) <= near.words
      }
    }
  }

  private func isCandidate(_ rule: Int, at place: Candidate) -> Bool {
    let field = Int(place.field)
    return finder.candidates[finder.starts[field]..<finder.starts[field + 1]]
      .contains { $0.isOf(rule, at: place) }
  }

  /// All matches that do not overlap, from left to right; nil where they are more than `limit`.
  private mutating func matches(
    of pattern: Pattern, at candidate: Candidate, _ texts: ContentTexts, atMost limit: Int
  ) throws(MatchFailure) -> [Range<Int>]? {
    var spans: [Range<Int>] = []
    var start = 0
    while let span = try workspace.firstMatch(of: pattern, at: candidate, texts, from: start) {
      if spans.count == limit { return nil }
      spans.append(span)
      // A match behind a lookbehind's end may be empty; step on by a character.
      start = span.isEmpty ? texts.index(after: span.upperBound, in: candidate) : span.upperBound
      if start >= texts.range(of: candidate).count { break }
    }
    return spans
  }
}
