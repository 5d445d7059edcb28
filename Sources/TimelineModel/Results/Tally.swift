/// What was read and found, counted; tallies of chunks add up.
public struct Tally: Hashable, Sendable {
  /// Counts of one category by tier.
  public typealias TierCounts = [Tier: Int]

  /// Replies to and quotes of one account's posts.
  public struct ReplySurface: Hashable, Sendable {
    /// Answers.
    public var replies = 0
    /// Posts that show one of the account's posts with words of their own.
    public var quotes = 0
    /// Reposts by others: the account's words on somebody else's page.
    public var reposts = 0
    /// Replies and quotes that are unsuitable by the policy.
    public var unsuitable = 0
    /// Replies and quotes with a finding, by category and tier.
    public var categories: [CategoryID: TierCounts] = [:]
    /// Likes, reposts and views of the replies and quotes, as far as known.
    public var metrics = Metrics()

    /// Counts nothing yet.
    public init() {}
  }

  /// Entries by kind.
  public var entries: [EntryKind: Int] = [:]
  /// Entries that somebody paid for, whatever their kind.
  public var promoted = 0
  /// Posts whose text was read: own ones and embedded ones.
  public var posts = 0
  /// Entries without an author.
  public var withoutAuthor = 0
  /// Entries without an author's handle, those without an author among them.
  public var withoutHandle = 0
  /// Entries by the organisation.
  public var own = 0
  /// Parts of records that are no entries.
  public var skipped: [SkipReason: Int] = [:]
  /// Posts whose text is missing.
  public var missing = 0
  /// Posts whose text is cut.
  public var truncated = 0
  /// Posts with images or videos that carry no description.
  public var undescribedMedia = 0
  /// Posts in a language that no language-bound rule is written for.
  public var unsupportedLanguage = 0
  /// Posts with a rule that could not be decided.
  public var undecided = 0
  /// How often each rule could not be decided.
  public var undecidedRules: [String: Int] = [:]
  /// Entries of others that were read: the ground for the base rate.
  public var others = 0
  /// Of these, how many hold a finding of tier floor.
  public var othersUnsafe = 0
  /// Of these, how many are unsuitable by the policy.
  public var othersUnsuitable = 0
  /// Of these, how many are not known to be unsafe, but could not be read or decided whole.
  public var othersPerhapsUnsafe = 0
  /// Of these, how many are not known to be unsuitable, but could not be read or decided whole.
  public var othersPerhapsUnsuitable = 0
  /// Of these, how many hold a finding, by category and its worst tier.
  public var categories: [CategoryID: TierCounts] = [:]
  /// The reply surface, by own account.
  public var replySurface: [Int: ReplySurface] = [:]

  /// The reply surface by own post, for as many posts as are told apart.
  public private(set) var replyPosts: [ReplyPost: ReplySurface] = [:]
  /// The reply surface by week.
  public private(set) var replyWeeks: [ReplyWeek: ReplySurface] = [:]
  /// What rules hit that they should perhaps have spared.
  public var audit = AuditTally()

  /// Counts nothing yet.
  public init() {}

  /// Adds another tally.
  public mutating func add(_ other: Tally) {
    entries.merge(other.entries, uniquingKeysWith: +)
    promoted += other.promoted
    posts += other.posts
    withoutAuthor += other.withoutAuthor
    withoutHandle += other.withoutHandle
    own += other.own
    skipped.merge(other.skipped, uniquingKeysWith: +)
    missing += other.missing
    truncated += other.truncated
    undescribedMedia += other.undescribedMedia
    unsupportedLanguage += other.unsupportedLanguage
    undecided += other.undecided
    undecidedRules.merge(other.undecidedRules, uniquingKeysWith: +)
    others += other.others
    othersUnsafe += other.othersUnsafe
    othersUnsuitable += other.othersUnsuitable
    othersPerhapsUnsafe += other.othersPerhapsUnsafe
    othersPerhapsUnsuitable += other.othersPerhapsUnsuitable
    categories.merge(other.categories) { $0.merging($1, uniquingKeysWith: +) }
    replySurface.merge(other.replySurface) { $0.adding($1) }
    replyWeeks.merge(other.replyWeeks) { $0.adding($1) }
    // In order, so that which posts are told apart does not depend on chance.
    for (key, surface) in other.replyPosts.sorted(by: { $0.key < $1.key }) { add(surface, to: key) }
    audit.add(other.audit)
  }
}

extension Tally {
  /// One own post that was answered.
  public struct ReplyPost: Hashable, Sendable, Comparable {
    /// The own account, as an index into `Organisation.accounts`.
    public var account: Int
    /// The post's id.
    public var post: String

    /// By account, then post.
    public static func < (left: Self, right: Self) -> Bool {
      (left.account, left.post) < (right.account, right.post)
    }
  }

  /// One week of answers to an own account.
  public struct ReplyWeek: Hashable, Sendable {
    /// The own account, as an index into `Organisation.accounts`.
    public var account: Int
    /// The week's Monday in UTC, as a day counted from 1970-01-01.
    public var monday: Int
  }

  /// How many own posts are told apart by their answers.
  public static let replyPostLimit = 100_000

  /// Adds an answer to an own account's post, as far as the answer names the post and its date.
  package mutating func add(
    reply: ReplySurface, account: Int, post: String?, day: Int?
  ) {
    replySurface[account, default: .init()].add(reply)
    if let post { add(reply, to: ReplyPost(account: account, post: post)) }
    if let day {
      let monday = day - Instant.weekday(ofDay: day) + 1
      replyWeeks[ReplyWeek(account: account, monday: monday), default: .init()].add(reply)
    }
  }

  private mutating func add(_ surface: ReplySurface, to post: ReplyPost) {
    guard replyPosts[post] != nil || replyPosts.count < Self.replyPostLimit else { return }
    replyPosts[post, default: .init()].add(surface)
  }
}

extension Tally.ReplySurface {
  /// Adds other answers.
  public mutating func add(_ other: Self) {
    self = adding(other)
  }

  fileprivate func adding(_ other: Self) -> Self {
    var sum = self
    sum.replies += other.replies
    sum.quotes += other.quotes
    sum.reposts += other.reposts
    sum.unsuitable += other.unsuitable
    sum.categories.merge(other.categories) { $0.merging($1, uniquingKeysWith: +) }
    sum.metrics.add(other.metrics)
    return sum
  }
}

extension Metrics {
  /// Adds what is known of another post's metrics.
  public mutating func add(_ other: Metrics) {
    func sum(_ left: Int64?, _ right: Int64?) -> Int64? {
      guard let left else { return right }
      // Exports are hostile input: a count may be any number.
      return left.addingReportingOverflow(right ?? 0).partialValue
    }
    views = sum(views, other.views)
    likes = sum(likes, other.likes)
    reposts = sum(reposts, other.reposts)
    replies = sum(replies, other.replies)
  }
}
