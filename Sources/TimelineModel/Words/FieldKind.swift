/// Which part of a post a text stands in.
public enum FieldKind: UInt8, Sendable, CaseIterable {
  /// The post's own words.
  case text
  /// The line shown before the text is revealed.
  case contentWarning
  /// The description of an image or video.
  case altText
  /// A link preview's title and description, or a poll's options.
  case card
  /// An address the post links to.
  case link
  /// The author's display name.
  case displayName
  /// A mark that the platform set, such as `bluesky:porn`.
  case label

  /// The name in packs and reports.
  public var name: String {
    switch self {
    case .text: "text"
    case .contentWarning: "content-warning"
    case .altText: "alt-text"
    case .card: "card"
    case .link: "link"
    case .displayName: "display-name"
    case .label: "label"
    }
  }

  /// The kind of that name, or nil.
  public init?(name: String) {
    guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = kind
  }
}
