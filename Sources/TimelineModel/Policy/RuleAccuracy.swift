/// How well rules tell posts apart, measured on a labelled sample: the ground of corrected rates.
public struct RuleAccuracy: Hashable, Sendable {
  /// A share and the sample it was measured on.
  public struct Measured: Hashable, Sendable {
    /// The share, in 0...1.
    public var share: Double
    /// How many posts it was measured on.
    public var sample: Int

    /// A measured share.
    public init(share: Double, sample: Int) {
      self.share = share
      self.sample = sample
    }
  }

  /// Se: the share of bad posts that rules find.
  public var sensitivity: Measured
  /// Sp: the share of good posts that rules leave alone.
  public var specificity: Measured

  /// Pairs the two.
  public init(sensitivity: Measured, specificity: Measured) {
    self.sensitivity = sensitivity
    self.specificity = specificity
  }
}
