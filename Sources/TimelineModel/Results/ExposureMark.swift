/// One exposure in a few bytes: all that rates, breakdowns and the picture of a timeline need.
///
/// Figures over many exposures are sums over marks, so whoever keeps the marks can make them again.
public struct ExposureMark: Hashable, Sendable {
  /// What fills a slot beside an own post, or what it embeds.
  public enum State: UInt8, Sendable, CaseIterable {
    /// Nothing: the capture begins or ends here, or nothing is embedded.
    case absent
    /// Screened, and nothing found.
    case clean
    /// Not screened, or not wholly, and nothing found.
    case unknown
    /// Another own post.
    case own
    /// A finding, by the worst tier.
    case low
    case medium
    case high
    case floor

    /// The worst tier found, or nil.
    public var tier: Tier? {
      switch self {
      case .absent, .clean, .unknown, .own: nil
      case .low: .low
      case .medium: .medium
      case .high: .high
      case .floor: .floor
      }
    }

    /// The state of a slot whose worst finding is of a tier.
    public init(_ tier: Tier) {
      switch tier {
      case .low: self = .low
      case .medium: self = .medium
      case .high: self = .high
      case .floor: self = .floor
      }
    }
  }

  /// One slot beside an own post.
  public struct Slot: Hashable, Sendable {
    /// What fills it.
    public var state: State
    /// Somebody paid for what fills it.
    public var isPromoted: Bool

    /// Describes a slot.
    public init(_ state: State, isPromoted: Bool = false) {
      self.state = state
      self.isPromoted = isPromoted
    }
  }

  /// What one category of the direct or embedded neighbours comes to.
  public struct Category: Hashable, Sendable {
    /// The category.
    public var id: CategoryID
    /// The worst tier.
    public var tier: Tier
    /// One of them is unsuitable by the policy.
    public var isUnsuitable: Bool
    /// The themes of the own post that the policy lists it against, sorted.
    public var contradicts: [ThemeID]

    /// Describes a category.
    public init(id: CategoryID, tier: Tier, isUnsuitable: Bool, contradicts: [ThemeID]) {
      self.id = id
      self.tier = tier
      self.isUnsuitable = isUnsuitable
      self.contradicts = contradicts
    }
  }

  /// What the direct or embedded neighbours come to that attack one group.
  public struct Target: Hashable, Sendable {
    /// The group, as rules name it.
    public var name: String
    /// The worst tier.
    public var tier: Tier
    /// One of them is unsuitable by the policy.
    public var isUnsuitable: Bool

    /// Describes a group.
    public init(name: String, tier: Tier, isUnsuitable: Bool) {
      self.name = name
      self.tier = tier
      self.isUnsuitable = isUnsuitable
    }
  }

  /// What the direct neighbours of one source come to.
  public struct Source: Hashable, Sendable {
    /// The source.
    public var source: NeighbourSource
    /// One of them is of tier floor.
    public var isUnsafe: Bool
    /// One of them is unsuitable.
    public var isUnsuitable: Bool
    /// One of them could not be screened, or not wholly.
    public var hasUnknown: Bool

    /// Describes a source.
    public init(source: NeighbourSource, isUnsafe: Bool, isUnsuitable: Bool, hasUnknown: Bool) {
      self.source = source
      self.isUnsafe = isUnsafe
      self.isUnsuitable = isUnsuitable
      self.hasUnknown = hasUnknown
    }
  }

  /// The own account, as `Organisation.OwnAccount.name`.
  public var account: String
  /// Where the own post was published.
  public var platform: Platform
  /// The capture's number.
  public var capture: Int
  /// The slot in its capture, from one.
  public var slot: Int
  /// When the own post was published, where the export says so.
  public var time: Instant?
  /// What the own post is about, sorted.
  public var themes: [ThemeID] = []
  /// The slots above, the nearest first.
  public var above: [Slot] = []
  /// The slots below, the nearest first.
  public var below: [Slot] = []
  /// What the own post embeds.
  public var embedded = State.absent
  /// Direct and embedded neighbours by category, sorted.
  public var categories: [Category] = []
  /// Who is attacked in direct or embedded neighbours, sorted.
  public var targets: [Target] = []
  /// The direct neighbours by source, sorted.
  public var sources: [Source] = []
  /// R(e), in 0...1.
  public var risk = 0.0
  /// The file holds a direct neighbour.
  public var isMeasured = false
  /// A direct or embedded neighbour is of tier floor.
  public var isUnsafe = false
  /// A direct or embedded neighbour is unsuitable by the policy.
  public var isUnsuitable = false
  /// A direct neighbour in a slot of its own is of tier floor.
  public var isUnsafeBeside = false
  /// A direct neighbour in a slot of its own is unsuitable.
  public var isUnsuitableBeside = false
  /// A direct neighbour could not be screened, or not wholly.
  public var hasUnknown = false
  /// Under which choices the exposure would be unsafe.
  public var unsafeUnder: SensitivityChoices = []
  /// Under which choices it would be unsuitable.
  public var unsuitableUnder: SensitivityChoices = []

  /// Describes an exposure that nothing is known of yet.
  public init(account: String, platform: Platform, capture: Int, slot: Int) {
    self.account = account
    self.platform = platform
    self.capture = capture
    self.slot = slot
  }

  /// The policy lists a direct or embedded neighbour against a theme of the own post.
  public var isContradiction: Bool {
    categories.contains { !$0.contradicts.isEmpty }
  }

  /// Such a neighbour is of tier high or floor.
  public var isGraveContradiction: Bool {
    categories.contains { !$0.contradicts.isEmpty && $0.tier >= .high }
  }

  /// The worst tier of any direct or embedded neighbour.
  public var worst: Tier? {
    categories.map(\.tier).max()
  }
}
