/// One own post in one slot of one capture, with what stood around it.
public struct Exposure: Hashable, Sendable {
  /// Where a neighbour stands.
  public enum Side: String, Sendable, CaseIterable {
    /// Nearer the top of the page.
    case above
    /// Inside the own post: quoted, reposted or replied to.
    case embedded
    /// Nearer the end of the page.
    case below
  }

  /// One entry within the window.
  public struct Neighbour: Hashable, Sendable {
    /// Where it stands.
    public var side: Side
    /// Slots away: 1 is direct, 0 embedded.
    public var distance: Int
    /// The entry; for an embedded neighbour the own entry, whose embedded posts count.
    public var entry: Entry
    /// The organisation wrote it too: it keeps its slot and carries no risk.
    public var isOwn: Bool

    /// Places an entry.
    public init(side: Side, distance: Int, entry: Entry, isOwn: Bool = false) {
      self.side = side
      self.distance = distance
      self.entry = entry
      self.isOwn = isOwn
    }

    /// Whether some of what the neighbour shows could not be read or decided; an embedded one shows
    /// the posts that its entry embeds.
    public var isUnknown: Bool {
      guard side == .embedded else { return entry.isUnknown }
      return entry.posts.dropFirst().contains { $0.isMissing || $0.isTruncated }
        || entry.verdict.undecided.contains { $0.post > 0 }
    }
  }

  /// One factor of the risk: what one category of one neighbour adds.
  public struct Factor: Hashable, Sendable {
    /// The neighbour, as an index into `neighbours`.
    public var neighbour: Int
    /// The category.
    public var category: CategoryID
    /// Its tier.
    public var tier: Tier
    /// s: how much the tier weighs.
    public var severity: Double
    /// k: how much the distance weighs.
    public var proximity: Double
    /// v: how much is seen of it.
    public var visibility: Double
    /// m: the weight of a contradiction, 1 where there is none.
    public var contradiction: Double
    /// c: how sure the rule is.
    public var confidence: Double

    /// Names the five weights of one category of one neighbour.
    public init(
      neighbour: Int, category: CategoryID, tier: Tier, severity: Double, proximity: Double,
      visibility: Double, contradiction: Double, confidence: Double
    ) {
      self.neighbour = neighbour
      self.category = category
      self.tier = tier
      self.severity = severity
      self.proximity = proximity
      self.visibility = visibility
      self.contradiction = contradiction
      self.confidence = confidence
    }

    /// Whether the policy lists the category against a theme of the own post.
    public var isContradiction: Bool { contradiction > 1 }

    /// min(1, s·k·v·m·c).
    public var product: Double {
      min(1, severity * proximity * visibility * contradiction * confidence)
    }
  }

  /// The own post.
  public var own: Entry
  /// The account that wrote it, as `Organisation.OwnAccount.name`.
  public var account: String
  /// The capture's number.
  public var capture: Int
  /// The slot in its capture, from one.
  public var slot: Int
  /// What the order of the capture means, as the export states it.
  public var order: OrderClass
  /// What stood within the window, from the top of the page to its end.
  public var neighbours: [Neighbour]
  /// What makes up the risk.
  public var factors: [Factor]
  /// R(e) = 1 − Π (1 − factor), in 0...1.
  public var risk: Double
  /// A direct or embedded neighbour is of tier floor.
  public var isUnsafe: Bool
  /// A direct or embedded neighbour is unsuitable by the policy.
  public var isUnsuitable: Bool
  /// A direct neighbour could not be screened, or not wholly.
  public var hasUnknown: Bool

  /// Describes an exposure that has yet to be judged.
  public init(
    own: Entry, account: String, capture: Int, slot: Int, order: OrderClass,
    neighbours: [Neighbour]
  ) {
    self.own = own
    self.account = account
    self.capture = capture
    self.slot = slot
    self.order = order
    self.neighbours = neighbours
    factors = []
    risk = 0
    isUnsafe = false
    isUnsuitable = false
    hasUnknown = false
  }
}
