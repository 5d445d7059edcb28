/// What exposures come to, added up one by one, so that none needs to be kept.
public struct ExposureFigures: Hashable, Sendable {
  /// All of them.
  public private(set) var all = Headline.Cell()
  /// By platform.
  public private(set) var platforms: [String: Headline.Cell] = [:]
  /// By own account.
  public private(set) var accounts: [String: Headline.Cell] = [:]
  /// Measured exposures with a direct or embedded neighbour of a category, by its worst tier.
  public private(set) var categories: [CategoryID: Tally.TierCounts] = [:]
  /// The worst incidents, the highest risk first, equals in the order of the feed.
  public private(set) var worst: [Exposure] = []
  /// How many exposures have any risk.
  public private(set) var incidents = 0
  /// The worst tier of any direct or embedded neighbour.
  public private(set) var worstTier: Tier?

  /// How many of the worst incidents are kept.
  public static let keptIncidents = 25

  /// Holds no figures yet.
  public init() {}

  /// Adds a judged exposure.
  public mutating func add(_ exposure: Exposure) {
    all.add(exposure)
    platforms[exposure.own.own.platform.rawValue, default: .init()].add(exposure)
    accounts[exposure.account, default: .init()].add(exposure)
    var tiers: [CategoryID: Tier] = [:]
    for factor in exposure.factors where exposure.neighbours[factor.neighbour].distance <= 1 {
      tiers[factor.category] = max(tiers[factor.category] ?? factor.tier, factor.tier)
    }
    for (category, tier) in tiers {
      worstTier = max(worstTier ?? tier, tier)
      if exposure.isMeasured { categories[category, default: [:]][tier, default: 0] += 1 }
    }
    guard exposure.risk > 0 else { return }
    incidents += 1
    keep(exposure)
  }

  /// Adds the figures of exposures that come after these.
  public mutating func add(_ other: ExposureFigures) {
    all.add(other.all)
    for (name, cell) in other.platforms { platforms[name, default: .init()].add(cell) }
    for (name, cell) in other.accounts { accounts[name, default: .init()].add(cell) }
    categories.merge(other.categories) { $0.merging($1, uniquingKeysWith: +) }
    if let tier = other.worstTier { worstTier = max(worstTier ?? tier, tier) }
    incidents += other.incidents
    for exposure in other.worst { keep(exposure) }
  }

  private mutating func keep(_ exposure: Exposure) {
    // Those that came earlier stand before equals.
    let place = worst.firstIndex { $0.risk < exposure.risk } ?? worst.count
    guard place < Self.keptIncidents else { return }
    worst.insert(exposure, at: place)
    if worst.count > Self.keptIncidents { worst.removeLast() }
  }
}
