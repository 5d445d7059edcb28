/// Where a policy came from.
public struct PolicySource: Hashable, Sendable {
  /// The file as the user named it.
  public var path: String
  /// The SHA-256 of its bytes, in hexadecimal.
  public var sha256: String
  /// The keys that the file does not set, so that defaults hold; in the order of the reference.
  public var defaulted: [String]

  /// Whether the file has clauses of its own.
  public var setsClauses: Bool { !defaulted.contains("postures") }

  /// Whether the file says which tiers are unsuitable.
  public var setsTiers: Bool { !defaulted.contains("suitability") }

  /// Names a file.
  public init(path: String, sha256: String, defaulted: [String]) {
    self.path = path
    self.sha256 = sha256
    self.defaulted = defaulted
  }
}
