/// A 95 % interval of a figure.
public struct ConfidenceInterval: Hashable, Sendable {
  /// The lower bound.
  public var low: Double
  /// The upper bound.
  public var high: Double

  /// Names the bounds.
  public init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }
}
