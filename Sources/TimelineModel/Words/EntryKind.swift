/// What fills one slot of a capture.
public enum EntryKind: UInt8, Sendable, CaseIterable {
  /// An author's own words.
  case post
  /// Somebody else's post, passed on.
  case repost
  /// A post that shows another.
  case quote
  /// An answer.
  case reply
  /// A deleted, withheld or unreadable post; it keeps its slot.
  case placeholder

  /// The name in reports and in canonical exports.
  public var name: String {
    switch self {
    case .post: "post"
    case .repost: "repost"
    case .quote: "quote"
    case .reply: "reply"
    case .placeholder: "placeholder"
    }
  }
}
