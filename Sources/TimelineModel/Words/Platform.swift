/// Where a post was published, such as `x`, `mastodon` or `bluesky`.
public struct Platform: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The name, lower-case; up to 15 bytes are kept without an allocation.
  public let rawValue: String

  /// Names a platform.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The platform that people call so: in any case, and X by its old name.
  public init(named name: String) {
    let lower = name.lowercased()
    self.init(rawValue: lower == "twitter" ? "x" : lower)
  }

  /// X, formerly Twitter.
  public static let x = Platform(rawValue: "x")
  /// Mastodon and servers that speak its API.
  public static let mastodon = Platform(rawValue: "mastodon")
  /// Bluesky.
  public static let bluesky = Platform(rawValue: "bluesky")
  /// Truth Social.
  public static let truthSocial = Platform(rawValue: "truthsocial")

  /// The name itself.
  public var description: String { rawValue }
}

extension Platform: Comparable {
  /// Alphabetical.
  public static func < (left: Platform, right: Platform) -> Bool {
    left.rawValue < right.rawValue
  }
}
