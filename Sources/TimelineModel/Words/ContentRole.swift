/// What a content is to its entry.
public enum ContentRole: UInt8, Sendable, CaseIterable {
  /// The entry's own.
  case own
  /// A quoted post.
  case quoted
  /// A post passed on.
  case reposted
  /// The post that the entry answers, where the page shows it.
  case repliedTo

  /// The name in reports.
  public var name: String {
    switch self {
    case .own: "own"
    case .quoted: "quoted"
    case .reposted: "reposted"
    case .repliedTo: "replied-to"
    }
  }
}
