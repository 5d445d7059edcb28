package import TimelineModel

/// One rule as its author wrote it.
package struct Rule: Sendable {
  /// What a match means.
  package enum Role: Sendable {
    /// A finding of this category and tier.
    case finding(PlacedText, Tier)
    /// The author's stance, which lowers findings of these categories (nil: of all).
    case stance(Stance, lowers: [PlacedText]?)
    /// What the post is about.
    case theme(ThemeID)
    /// Nothing by itself; other rules refer to it.
    case signal
  }

  /// What a rule looks for.
  package enum Evidence: Sendable {
    /// A pattern, with its `{{words}}` still folded in.
    case pattern(PlacedText)
    /// Any of these platform labels.
    case labels([PlacedText])
    /// Nothing of its own: the rule matches when its conditions hold.
    case conditions
  }

  /// Which readings of a field a pattern sees.
  package enum View: String, Sendable, CaseIterable {
    /// The text as written.
    case plain
    /// The text with its disguises undone.
    case folded
    /// Either.
    case both
  }

  /// A rule that must match within some words of this one.
  package struct Near: Sendable {
    /// The id of the other rule.
    package var rule: PlacedText
    /// How many words may stand between the two matches.
    package var words: Int
  }

  /// The id: `pack.family.number`.
  package var id: String
  /// Where the id stands.
  package var place: TextPlace
  /// What the rule finds, for a report's reader.
  package var summary: String
  /// What a match means.
  package var role: Role
  /// Who is attacked.
  package var target: String?
  /// The share of hits that are right, in 0 < c ≤ 1.
  package var confidence: Double
  /// The level at which the rule scores: 1, 2 or 3.
  package var strictness: Int
  /// Which readings the pattern sees.
  package var view: View
  /// The languages the rule runs on; nil means any.
  package var languages: [LanguageCode]?
  /// The fields the rule runs on.
  package var fields: FieldSet
  /// What the rule looks for.
  package var evidence: Evidence
  /// Ids of rules of which every one must match too.
  package var all: [PlacedText]
  /// Ids of rules of which one must match too.
  package var any: [PlacedText]
  /// Ids of rules of which none may match.
  package var unless: [PlacedText]
  /// The rule that must match close by.
  package var near: Near?
  /// The rule's proof.
  package var examples: [RuleExample]

  /// The category of what the rule finds, unless it is a stance or a signal.
  package var category: CategoryID? {
    guard case .finding(let category, _) = role else { return nil }
    return CategoryID(category.text)
  }

  /// How bad the rule says a match is, unless it is a stance or a signal.
  package var tier: Tier? {
    guard case .finding(_, let tier) = role else { return nil }
    return tier
  }

  /// What a match says that the post is about, if the rule is for a theme.
  package var theme: ThemeID? {
    guard case .theme(let theme) = role else { return nil }
    return theme
  }

  /// Every category that the rule names.
  package var categories: [PlacedText] {
    switch role {
    case .finding(let category, _): [category]
    case .stance(_, let lowers): lowers ?? []
    case .theme, .signal: []
    }
  }

  /// The pattern, if the rule has one.
  package var pattern: PlacedText? {
    guard case .pattern(let text) = evidence else { return nil }
    return text
  }
}

/// A set of kinds of fields.
package struct FieldSet: OptionSet, Hashable, Sendable {
  /// One bit a kind.
  package let rawValue: UInt16

  /// Makes a set from its bits.
  @inlinable package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The set of one kind.
  @inlinable package init(_ kind: FieldKind) {
    self.init(rawValue: 1 << UInt16(kind.rawValue))
  }

  /// What a pack's rules read when it does not say.
  package static let standard: FieldSet = [
    FieldSet(.text), FieldSet(.contentWarning), FieldSet(.altText), FieldSet(.card),
  ]
}
