/// How bad a neighbour is, in the tiers of GARM and the IAB Content Taxonomy.
public enum Tier: String, Sendable, CaseIterable, Codable {
  /// Fit for no support whatever.
  case floor
  /// Glamorising or gratuitous.
  case high
  /// Dramatic, breaking news or opinion.
  case medium
  /// Educational, informative or mild.
  case low

  /// Rank for comparison: 4 for floor down to 1 for low.
  public var rank: Int {
    switch self {
    case .floor: 4
    case .high: 3
    case .medium: 2
    case .low: 1
    }
  }

  /// The next milder tier, or nil below low.
  public var lowered: Tier? {
    switch self {
    case .floor: .high
    case .high: .medium
    case .medium: .low
    case .low: nil
    }
  }
}

extension Tier: Comparable {
  /// Milder is less.
  public static func < (left: Tier, right: Tier) -> Bool {
    left.rank < right.rank
  }
}
