package import PatternEngine
package import TimelineModel

/// What the rules found in a batch, by content, rule and place.
package struct BatchMatches: Sendable {
  /// The matches of rules that score.
  package var matches: [RuleMatch] = []
  /// The rules that could not be decided; never to be read as clean.
  package var undecided: [UndecidedRule] = []
  /// The stance rules of all matches, one run a content.
  package var stances: [Int] = []

  /// Makes an empty list.
  package init() {}

  /// Empties the lists and keeps their memory.
  package mutating func removeAll() {
    matches.removeAll(keepingCapacity: true)
    undecided.removeAll(keepingCapacity: true)
    stances.removeAll(keepingCapacity: true)
  }

  /// The stance rules that lowered a match, by number.
  package func loweredBy(_ match: RuleMatch, in rules: CompiledRules) -> [Int] {
    stances[match.stances].filter { rules.lowers($0, rule: match.rule) }
  }
}

/// One match of one rule.
package struct RuleMatch: Sendable {
  /// Where a rule matched.
  package enum Place: Hashable, Sendable {
    /// A field of the batch, one of its folded readings (counted from 0 for each field) or the text
    /// as written (nil), and the bytes from the start of that reading.
    case field(Int, reading: Int?, span: Range<Int>)
    /// A label of the batch.
    case label(Int)
    /// The content as a whole: a rule of conditions alone.
    case content
  }

  /// The index of the content in the batch.
  package var content: Int
  /// The rule's place in `CompiledRules.rules`.
  package var rule: Int
  /// Where it matched.
  package var place: Place
  /// How bad it is here: lowered by stance; nil when stance took the last tier away.
  package var tier: Tier?
  /// Whether stance met a floor match, which a person should look at.
  package var needsReview: Bool = false
  /// The rule under `unless` that drops this match, if any; such a match counts for nothing.
  package var droppedBy: Int?
  /// The stance rules that matched the content: see `BatchMatches.loweredBy`.
  package var stances: Range<Int> = 0..<0
}

/// A rule that could not be decided on a content.
package struct UndecidedRule: Hashable, Sendable {
  /// The index of the content in the batch.
  package var content: Int
  /// The rule whose outcome is unknown.
  package var rule: Int
  /// The rule whose pattern failed: the same, or one that its conditions need.
  package var cause: Int
  /// The field on which it failed.
  package var field: Int
  /// Why.
  package var failure: MatchFailure
}
