/// The name of something that a post can be about, such as `memorial`; the themes are data.
public struct ThemeID: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The id as it stands in packs and policies.
  public let rawValue: String

  /// Names a theme.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Names a theme.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// The id itself.
  public var description: String { rawValue }
}

extension ThemeID: Comparable {
  /// Alphabetical.
  public static func < (left: ThemeID, right: ThemeID) -> Bool {
    left.rawValue < right.rawValue
  }
}
