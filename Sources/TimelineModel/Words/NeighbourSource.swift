/// How a neighbour came to stand in the feed, as far as the export says.
public enum NeighbourSource: String, Sendable, CaseIterable, Comparable {
  /// Somebody paid for it.
  case promoted
  /// An answer to another post.
  case reply
  /// Somebody's post, passed on by another.
  case repost
  /// A post in a timeline that serves followed accounts only.
  case followed
  /// A post in a mixed feed: the export does not say whether its author is followed.
  case unstated

  /// In the order of the cases.
  public static func < (left: Self, right: Self) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
