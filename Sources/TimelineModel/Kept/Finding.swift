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
  /// The post, as an index into `Entry.posts`: 0 is the entry's own.
  public var post: Int
  /// The part of the post.
  public var field: FieldKind
  /// Which of the post's fields, as an index into `Post.fields`; nil for a platform's label.
  public var fieldIndex: Int?
  /// Where in that field's text: UTF-8 bytes, on grapheme cluster boundaries.
  public var span: Range<Int>
  /// Where else the rule matches in that field, in order; told only of posts that a report shows.
  ///
  /// They change neither counts nor risk: a rule is one finding a field, however often it matches.
  public var otherSpans: [Range<Int>]
  /// The stance rules that lowered the tier.
  public var loweredBy: [String]
  /// Whether a person should look: stance met a floor finding.
  public var needsReview: Bool
  /// The level at which the rule scores, 1 to 3.
  public var strictness = 1
  /// Names the finding in baselines, the same in every scan; nil where nobody asked.
  public var fingerprint: String?
  /// What a reviewer decided.
  public var review: ReviewVerdict?

  /// Describes one match.
  public init(
    rule: String, category: CategoryID, ruleTier: Tier, tier: Tier?, confidence: Double,
    target: String? = nil, post: Int = 0, field: FieldKind, fieldIndex: Int? = nil,
    span: Range<Int>, otherSpans: [Range<Int>] = [], loweredBy: [String] = [],
    needsReview: Bool = false
  ) {
    self.rule = rule
    self.category = category
    self.ruleTier = ruleTier
    self.tier = tier
    self.confidence = confidence
    self.target = target
    self.post = post
    self.field = field
    self.fieldIndex = fieldIndex
    self.span = span
    self.otherSpans = otherSpans
    self.loweredBy = loweredBy
    self.needsReview = needsReview
  }
}
