/// One slot of a capture, kept for the report.
public struct Entry: Hashable, Sendable {
  /// What fills the slot.
  public var kind: EntryKind
  /// Somebody paid for it to be shown.
  public var isPromoted: Bool
  /// It is held at the top of its page.
  public var isPinned: Bool
  /// The entry's own post, then what it embeds.
  public var posts: [Post]
  /// What the rules found in all its posts.
  public var verdict: Verdict
  /// When it was recorded, where the export says so of each entry.
  public var recordedAt: Instant?
  /// The place in the export.
  public var record: Int
  /// The record's first byte in the unpacked input.
  public var byte: Int

  /// Describes a slot.
  public init(
    kind: EntryKind, isPromoted: Bool, isPinned: Bool, posts: [Post], verdict: Verdict,
    record: Int, byte: Int
  ) {
    self.kind = kind
    self.isPromoted = isPromoted
    self.isPinned = isPinned
    self.posts = posts
    self.verdict = verdict
    self.record = record
    self.byte = byte
  }

  /// The entry's own post.
  public var own: Post { posts[0] }

  /// Whether something of the entry that a reader sees could not be screened: its text is missing
  /// or cut, or a rule was not decided.
  public var isUnknown: Bool {
    kind == .placeholder || !verdict.undecided.isEmpty
      || posts.contains { $0.isMissing || $0.isTruncated }
  }
}
