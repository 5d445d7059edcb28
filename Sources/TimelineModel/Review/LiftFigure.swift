/// Whether a neighbour of some kind stands beside own posts more often than chance would put it.
public struct LiftFigure: Hashable, Sendable {
  /// AER ÷ (1 − (1 − P)²) over all exposures; nil where the base rate is zero.
  public var lift: Double?
  /// The 95 % interval of the lift by a capture-clustered bootstrap, where there is one.
  public var interval: ConfidenceInterval?
  /// Exposures with such a neighbour in a slot of its own.
  public var observed: Int
  /// How many there would be on average were the others' entries shuffled within their captures.
  public var expected: Double
  /// The share of shuffles with at least as many, (b + 1) ÷ (m + 1); nil when there is nothing to
  /// shuffle.
  public var pValue: Double?
  /// m: how many shuffles were made.
  public var shuffles: Int

  /// Gathers the parts.
  public init(
    lift: Double?, interval: ConfidenceInterval?, observed: Int, expected: Double,
    pValue: Double?, shuffles: Int
  ) {
    self.lift = lift
    self.interval = interval
    self.observed = observed
    self.expected = expected
    self.pValue = pValue
    self.shuffles = shuffles
  }
}
