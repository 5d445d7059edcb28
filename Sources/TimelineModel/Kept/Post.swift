/// A post kept for the report: an entry's own, or one that it embeds.
public struct Post: Hashable, Sendable {
  /// One text of a post.
  public struct Field: Hashable, Sendable {
    /// The part of the post.
    public var kind: FieldKind
    /// Its plain text.
    public var text: String

    /// Pairs a text with its place.
    public init(kind: FieldKind, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// What the post is to its entry.
  public var role: ContentRole
  /// Where it was published.
  public var platform: Platform
  /// The platform's id; empty when the export has none.
  public var id: String
  /// The address of the post for a person to open, where one can be told.
  public var permalink: String?
  /// Who wrote it.
  public var author: Account
  /// Whether one of the organisation's accounts wrote it.
  public var isOwn: Bool
  /// The language that the platform states.
  public var language: LanguageCode
  /// When it was published.
  public var createdAt: Instant?
  /// Its texts in reading order; empty when they were not kept.
  public var fields: [Field]
  /// Marks that the platform set.
  public var labels: [String]
  /// Views and reactions.
  public var metrics: Metrics
  /// Images, videos and the like, and how many of them carry a description.
  public var media: Int
  /// Media with a description, which was screened.
  public var describedMedia: Int
  /// The platform covers the text until the reader asks.
  public var isCovered: Bool
  /// The export holds only the start of the text.
  public var isTruncated: Bool
  /// The text is not in the export.
  public var isMissing: Bool

  /// Describes a post without texts, labels or media.
  public init(role: ContentRole, platform: Platform, id: String, author: Account) {
    self.role = role
    self.platform = platform
    self.id = id
    self.author = author
    isOwn = false
    language = .unknown
    fields = []
    labels = []
    metrics = Metrics()
    media = 0
    describedMedia = 0
    isCovered = false
    isTruncated = false
    isMissing = false
  }
}
