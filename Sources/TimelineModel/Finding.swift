/// One rule's match in one field of one post.
public struct Finding: Hashable, Sendable {
  /// The rule, such as `racism.go-home.010`.
  public var rule: String
  /// What the match is.
  public var category: CategoryID
  /// How bad the rule says it is.
  public var ruleTier: Tier
  /// How bad it is in this post, after stance; nil when stance took the last tier away.
  public var tier: Tier?
  /// The share of the rule's hits that are right, in 0 < c ≤ 1.
  public var confidence: Double
  /// Who is attacked, where the rule says so.
  public var target: String?
  /// The part of the post.
  public var field: FieldKind
  /// Where in that field's text: UTF-8 bytes, on grapheme cluster boundaries.
  public var span: Range<Int>
  /// The stance rules that lowered the tier.
  public var loweredBy: [String]
  /// Whether a person should look: stance met a floor finding.
  public var needsReview: Bool

  /// Describes one match.
  public init(
    rule: String, category: CategoryID, ruleTier: Tier, tier: Tier?, confidence: Double,
    target: String? = nil, field: FieldKind, span: Range<Int>, loweredBy: [String] = [],
    needsReview: Bool = false
  ) {
    self.rule = rule
    self.category = category
    self.ruleTier = ruleTier
    self.tier = tier
    self.confidence = confidence
    self.target = target
    self.field = field
    self.span = span
    self.loweredBy = loweredBy
    self.needsReview = needsReview
  }
}
