/// What the person who took a capture says of how it was taken.
public struct CaptureManifest: Hashable, Sendable {
  /// The account that the page was seen with.
  public struct Viewer: Hashable, Sendable {
    /// Its handle, or a description where it has to stay unnamed.
    public var handle: String?
    /// When it was made, as written.
    public var created: String?
    /// How many accounts it follows.
    public var follows: Int?
    /// What its settings hide or show.
    public var settings: String?

    /// Knows nothing yet.
    public init() {}
  }

  /// Whether somebody looked at what was recorded.
  public enum Attention: String, Sendable, CaseIterable {
    /// It was on the screen.
    case seen
    /// It was loaded; some of it may never have been on the screen.
    case loaded
  }

  /// The file as it was found.
  public var path: String
  /// The SHA-256 of its bytes, in hexadecimal.
  public var sha256: String
  /// Who took the capture.
  public var takenBy: String
  /// When it began.
  public var takenAt: Instant
  /// How many minutes it took.
  public var minutes: Int?
  /// With which account.
  public var viewer = Viewer()
  /// On which device.
  public var device: String?
  /// On which page, such as `home, For You`.
  public var page: String
  /// With which tool and version.
  public var tool: String
  /// Seen, or only loaded.
  public var attention: Attention
  /// How often the page was loaded anew.
  public var refreshes: Int?
  /// Whatever else a reader should know.
  public var note: String?

  /// States what every manifest must.
  public init(
    path: String, sha256: String, takenBy: String, takenAt: Instant, page: String, tool: String,
    attention: Attention
  ) {
    self.path = path
    self.sha256 = sha256
    self.takenBy = takenBy
    self.takenAt = takenAt
    self.page = page
    self.tool = tool
    self.attention = attention
  }
}
