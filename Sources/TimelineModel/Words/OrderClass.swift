/// What the order of a capture means.
public enum OrderClass: String, Sendable, CaseIterable, Codable {
  /// The order a viewer was served, ads included.
  case feed
  /// Newest first, as a platform's API serves followed accounts, lists and tags; no ads.
  case chronological
  /// A conversation: parents, replies, what the page puts between and below them.
  case thread
  /// A search or sample that nobody saw in this order.
  case stream
  /// One account's own posts.
  case own

  /// Whether a neighbour in the file was a neighbour on a reader's screen.
  public var supportsAdjacency: Bool {
    self == .feed || self == .chronological
  }
}
