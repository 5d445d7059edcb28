/// One clause of a policy: when its conditions hold, its posture is stated.
public struct PostureClause: Hashable, Sendable {
  /// A figure of the report that a condition may name.
  public enum Figure: String, Sendable, CaseIterable {
    /// Measured exposures, a number.
    case exposures
    /// Captures that hold own posts, a number.
    case captures
    /// Exposures with a direct or embedded neighbour of tier floor, a number.
    case floorExposures = "floor-exposures"
    /// The share of these, and the ends of its 95 % interval.
    case safetyRate = "safety-rate"
    case safetyLow = "safety-low"
    case safetyHigh = "safety-high"
    /// The share of exposures with an unsuitable neighbour, and the ends of its interval.
    case suitabilityRate = "suitability-rate"
    case suitabilityLow = "suitability-low"
    case suitabilityHigh = "suitability-high"
    /// Exposures with a listed contradiction, a number; their share and the ends of its interval.
    case contradictions
    case contradictionRate = "contradiction-rate"
    case contradictionLow = "contradiction-low"
    case contradictionHigh = "contradiction-high"
    /// The share of replies and quotes that are unsuitable.
    case replyRate = "reply-rate"
    /// The mean of R(e), in 0...1.
    case meanRisk = "mean-risk"

    /// Whether the figure is a number of things, and not a share.
    public var isCount: Bool {
      switch self {
      case .exposures, .captures, .floorExposures, .contradictions: true
      default: false
      }
    }
  }

  /// How a figure is compared.
  public enum Comparison: String, Sendable, CaseIterable {
    case atLeast = ">="
    case above = ">"
    case atMost = "<="
    case below = "<"

    /// Whether a value holds against a threshold.
    public func holds(_ value: Double, _ threshold: Double) -> Bool {
      switch self {
      case .atLeast: value >= threshold
      case .above: value > threshold
      case .atMost: value <= threshold
      case .below: value < threshold
      }
    }
  }

  /// One condition.
  public struct Condition: Hashable, Sendable {
    /// The figure.
    public var figure: Figure
    /// How it is compared.
    public var comparison: Comparison
    /// With what: a number, or a share in 0...1.
    public var threshold: Double

    /// Compares a figure with a threshold.
    public init(_ figure: Figure, _ comparison: Comparison, _ threshold: Double) {
      self.figure = figure
      self.comparison = comparison
      self.threshold = threshold
    }
  }

  /// What is stated when every condition holds.
  public var posture: Posture
  /// The clause in the organisation's words; nil: the conditions speak for themselves.
  public var text: String?
  /// The conditions, all of which must hold.
  public var conditions: [Condition]

  /// Words a clause.
  public init(_ posture: Posture, text: String? = nil, when conditions: [Condition]) {
    self.posture = posture
    self.text = text
    self.conditions = conditions
  }
}
