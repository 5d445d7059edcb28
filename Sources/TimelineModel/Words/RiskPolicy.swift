/// The weights and thresholds by which exposures are judged; every report prints them.
public struct RiskPolicy: Hashable, Sendable {
  /// How much a tier weighs: floor 1.0, high 0.6, medium 0.3, low 0.1.
  public var severity: [Tier: Double]
  /// How much a neighbour weighs at slot distance 1, 2, …; its length is the window W.
  public var proximity: [Double]
  /// How much a post weighs that the platform covers.
  public var coveredVisibility: Double
  /// How much a listed contradiction weighs where the list does not say.
  public var contradictionWeight: Double
  /// Which neighbours contradict what an own post is about, and how much more they weigh: above 1.
  public var contradictions: [ThemeID: [CategoryID: Double]]
  /// From which tier on a neighbour is unsuitable, unless `suitability` says otherwise.
  public var suitabilityDefault: Tier
  /// From which tier on a neighbour of a category is unsuitable; nil: never.
  public var suitability: [CategoryID: Tier?]
  /// Fewer exposures than this show no rate below one per cent.
  public var minimumExposures: Int

  /// The weights that hold where the policy says nothing.
  public init() {
    severity = [.floor: 1.0, .high: 0.6, .medium: 0.3, .low: 0.1]
    proximity = [1.0, 0.5, 0.25]
    coveredVisibility = 0.5
    contradictionWeight = 1.5
    contradictions = Self.standardContradictions
    suitabilityDefault = .medium
    suitability = [CategoryID("profanity"): Tier?.none]
    minimumExposures = 300
  }

  /// The number of slots above and below an own post that are looked at.
  public var window: Int { proximity.count }

  /// How much a category weighs beside posts about some themes: the highest listed weight, or 1.
  public func contradiction(_ category: CategoryID, _ themes: [ThemeID]) -> Double {
    themes.compactMap { contradictions[$0]?[category] }.max() ?? 1
  }

  /// Whether a finding of that category and tier is unsuitable.
  public func isUnsuitable(_ category: CategoryID, _ tier: Tier) -> Bool {
    guard let threshold = suitability[category] ?? suitabilityDefault else { return false }
    return tier >= threshold
  }
}
