/// How often a post was seen and acted on, as far as the export says.
public struct Metrics: Hashable, Sendable {
  /// Times shown.
  public var views: Int64?
  /// Likes or favourites.
  public var likes: Int64?
  /// Reposts or boosts.
  public var reposts: Int64?
  /// Answers.
  public var replies: Int64?

  /// Knows nothing yet.
  public init() {}
}
