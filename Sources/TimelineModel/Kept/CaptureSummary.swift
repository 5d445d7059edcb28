/// One ordered run of entries from one feed of one export.
public struct CaptureSummary: Hashable, Sendable {
  /// The number by which exposures name it; refused captures leave gaps.
  public var number: Int
  /// The export, as an index into the report's inputs.
  public var input: Int
  /// The feed as the export names it; empty where it does not.
  public var feed: String
  /// What its order means.
  public var order: OrderClass
  /// The first own post's platform.
  public var platform: Platform
  /// Entries, placeholders included.
  public var entries: Int
  /// Slots, those included that the export tells nothing of.
  public var slots = 0
  /// Own posts among them.
  public var exposures: Int
  /// Entries of others that hold a finding of tier floor.
  public var othersUnsafe = 0
  /// Entries of others that are unsuitable by the policy.
  public var othersUnsuitable = 0

  /// Describes a capture.
  public init(
    number: Int, input: Int, feed: String, order: OrderClass, platform: Platform, entries: Int,
    exposures: Int
  ) {
    self.number = number
    self.input = input
    self.feed = feed
    self.order = order
    self.platform = platform
    self.entries = entries
    self.exposures = exposures
  }
}

/// Own posts that no adjacency can be claimed for, and why.
public struct Refusal: Hashable, Sendable {
  /// The export, as an index into the report's inputs.
  public var input: Int
  /// The feed as the export names it; empty where it does not.
  public var feed: String
  /// What the order of its entries means.
  public var order: OrderClass
  /// Why, and what to do, in one sentence.
  public var reason: String
  /// Own posts that were found and not measured.
  public var ownPosts: Int
  /// Entries among which they stood.
  public var entries: Int

  /// Describes a refusal.
  public init(
    input: Int, feed: String, order: OrderClass, reason: String, ownPosts: Int, entries: Int
  ) {
    self.input = input
    self.feed = feed
    self.order = order
    self.reason = reason
    self.ownPosts = ownPosts
    self.entries = entries
  }
}
