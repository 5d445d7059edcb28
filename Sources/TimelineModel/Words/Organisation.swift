/// Whose posts are looked for: an organisation and its accounts.
public struct Organisation: Hashable, Sendable {
  /// One account of the organisation on one platform.
  public struct OwnAccount: Hashable, Sendable {
    /// The platform.
    public var platform: Platform
    /// The handle without `@`, compared without regard to case.
    public var handle: String?
    /// The platform's id, which is tried first.
    public var id: String?
    /// The department it speaks for.
    public var department: String?
    /// How many follow it, as the organisation says.
    public var followers: Int?

    /// Describes an account; it needs a handle or an id.
    public init(
      platform: Platform, handle: String? = nil, id: String? = nil, department: String? = nil
    ) {
      self.platform = platform
      self.handle = handle
      self.id = id
      self.department = department
    }

    /// The account in reports: `x:@council`, or `x:12` where only the id is known.
    public var name: String {
      "\(platform):" + (handle.map { "@" + $0 } ?? id ?? "")
    }
  }

  /// The organisation's name.
  public var name: String
  /// Its accounts.
  public var accounts: [OwnAccount]

  /// Describes an organisation.
  public init(name: String, accounts: [OwnAccount]) {
    self.name = name
    self.accounts = accounts
  }
}
