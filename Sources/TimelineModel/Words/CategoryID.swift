/// The name of a category of content, such as `racism`; the categories themselves are data.
public struct CategoryID: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The id as it stands in `categories.yaml`.
  public let rawValue: String

  /// Names a category.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// Names a category.
  public init(_ rawValue: String) {
    self.rawValue = rawValue
  }

  /// The id itself.
  public var description: String { rawValue }
}

extension CategoryID: Comparable {
  /// Alphabetical.
  public static func < (left: CategoryID, right: CategoryID) -> Bool {
    left.rawValue < right.rawValue
  }
}
