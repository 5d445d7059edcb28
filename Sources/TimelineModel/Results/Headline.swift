/// The figures that a report opens with, always together and never merged into one score.
public struct Headline: Hashable, Sendable {
  /// The adjacency error rates of some exposures.
  public struct Cell: Hashable, Sendable {
    /// Exposures with a direct or embedded neighbour of tier floor.
    public var safety = Rate()
    /// Exposures with a direct or embedded neighbour that is unsuitable by the policy.
    public var suitability = Rate()
    /// Exposures with a direct or embedded neighbour that the policy lists against their theme.
    public var contradictions = Rate()
    /// Of these contradictions, how many are of tier high or floor.
    public var graveContradictions = 0
    /// Own posts without any direct neighbour in the file: not measured.
    public var unmeasured = 0
    /// The sum of R(e) over the measured exposures.
    public var totalRisk = 0.0
    /// The highest R(e).
    public var highestRisk = 0.0

    /// Counts nothing yet.
    public init() {}

    /// Adds an exposure.
    public mutating func add(_ mark: ExposureMark) {
      guard mark.isMeasured else {
        unmeasured += 1
        return
      }
      safety.add(mark.isUnsafe, isUnknown: mark.hasUnknown)
      suitability.add(mark.isUnsuitable, isUnknown: mark.hasUnknown)
      contradictions.add(mark.isContradiction, isUnknown: mark.hasUnknown)
      graveContradictions += mark.isGraveContradiction ? 1 : 0
      totalRisk += mark.risk
      highestRisk = max(highestRisk, mark.risk)
    }

    /// Adds another cell.
    public mutating func add(_ other: Cell) {
      safety.add(other.safety)
      suitability.add(other.suitability)
      contradictions.add(other.contradictions)
      graveContradictions += other.graveContradictions
      unmeasured += other.unmeasured
      totalRisk += other.totalRisk
      highestRisk = max(highestRisk, other.highestRisk)
    }

    /// The mean of R(e); nil when nothing was measured.
    public var meanRisk: Double? {
      safety.trials == 0 ? nil : totalRisk / Double(safety.trials)
    }
  }

  /// One line of a breakdown.
  public struct Part: Hashable, Sendable {
    /// The platform, account or category.
    public var name: String
    /// Its rates.
    public var cell: Cell

    /// Names a cell.
    public init(name: String, cell: Cell) {
      self.name = name
      self.cell = cell
    }
  }

  /// How many exposures have a direct or embedded neighbour of one category, by its worst tier.
  public struct CategoryPart: Hashable, Sendable {
    /// The category.
    public var category: CategoryID
    /// Exposures with such a neighbour ÷ measured exposures.
    public var rate: Rate
    /// Those exposures by the worst tier.
    public var tiers: [Tier: Int]

    /// Rates a category.
    public init(category: CategoryID, rate: Rate, tiers: [Tier: Int]) {
      self.category = category
      self.rate = rate
      self.tiers = tiers
    }
  }

  /// All exposures in feeds.
  public var feeds = Cell()
  /// Own posts on the pages of conversations.
  public var threads = Cell()
  /// By platform, alphabetical.
  public var platforms: [Part] = []
  /// By own account, in the organisation's order.
  public var accounts: [Part] = []
  /// By category, alphabetical.
  public var categories: [CategoryPart] = []
  /// The share of others' entries with a finding of tier floor.
  public var safetyPrevalence = Rate()
  /// The share of others' entries that are unsuitable.
  public var suitabilityPrevalence = Rate()
  /// AER ÷ (1 − (1 − P)²): above 1, the trouble sits closer to own posts than chance would put it.
  public var safetyLift: Double?
  /// The same for suitability.
  public var suitabilityLift: Double?
  /// Whether there are enough exposures to show a rate below one per cent.
  public var isSufficient = false

  /// Holds no figures yet.
  public init() {}
}

extension Exposure {
  /// Whether the file holds at least one direct neighbour.
  public var isMeasured: Bool {
    neighbours.contains { $0.distance == 1 }
  }
}
