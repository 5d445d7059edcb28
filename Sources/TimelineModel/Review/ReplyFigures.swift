/// The answers to one own account's posts: the quality and quantity of interactions.
public struct ReplyFigures: Hashable, Sendable {
  /// The answers to one own post.
  public struct OfPost: Hashable, Sendable {
    /// The own post's id.
    public var post: String
    /// The answers.
    public var surface: Tally.ReplySurface

    /// Pairs a post with its answers.
    public init(post: String, surface: Tally.ReplySurface) {
      self.post = post
      self.surface = surface
    }
  }

  /// The answers of one week.
  public struct OfWeek: Hashable, Sendable {
    /// Its first moment, a Monday in UTC.
    public var start: Instant
    /// The answers.
    public var surface: Tally.ReplySurface

    /// Pairs a week with its answers.
    public init(start: Instant, surface: Tally.ReplySurface) {
      self.start = start
      self.surface = surface
    }
  }

  /// The own account, as `Organisation.OwnAccount.name`.
  public var account: String
  /// All its answers.
  public var all: Tally.ReplySurface
  /// Unsuitable replies and quotes ÷ replies and quotes.
  public var unsuitable: Rate
  /// Own posts that were answered, as far as answers name them.
  public var answeredPosts: Int
  /// The most answered own posts, at most `keptPosts`.
  public var posts: [OfPost]
  /// By week, in order of time.
  public var weeks: [OfWeek]

  /// How many own posts are named.
  public static let keptPosts = 20

  /// Gathers the parts.
  public init(
    account: String, all: Tally.ReplySurface, unsuitable: Rate, answeredPosts: Int,
    posts: [OfPost], weeks: [OfWeek]
  ) {
    self.account = account
    self.all = all
    self.unsuitable = unsuitable
    self.answeredPosts = answeredPosts
    self.posts = posts
    self.weeks = weeks
  }
}
