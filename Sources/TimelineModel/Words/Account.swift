/// Who wrote a post, as far as the export says.
public struct Account: Hashable, Sendable {
  /// The platform's id of the account; it outlives changes of the handle.
  public var id: String?
  /// The name in addresses and mentions, without `@`.
  public var handle: String?
  /// The name shown above posts.
  public var displayName: String?

  /// Describes an account.
  public init(id: String? = nil, handle: String? = nil, displayName: String? = nil) {
    self.id = id
    self.handle = handle
    self.displayName = displayName
  }
}
