/// What so many exposures can and cannot show.
public struct SampleAdequacy: Hashable, Sendable {
  /// A claim about a rate, and what it takes.
  public struct Claim: Hashable, Sendable {
    /// Which rate.
    public var name: HeadlineRate
    /// The bound that is claimed, in 0...1.
    public var bound: Double
    /// The upper 95 % bound of the rate (Wilson), all unknown ones counted as such.
    public var upper: Double?
    /// Exposures that it takes at least: with 0 of n the upper bound is below the claimed one.
    public var needed: Int
    /// Whether there are as many as the policy asks for, and the upper bound is below the bound.
    public var isShown: Bool

    /// States a claim.
    public init(name: HeadlineRate, bound: Double, upper: Double?, needed: Int, isShown: Bool) {
      self.name = name
      self.bound = bound
      self.upper = upper
      self.needed = needed
      self.isShown = isShown
    }
  }

  /// Measured exposures.
  public var exposures = 0
  /// The policy's minimum for any claim below one per cent.
  public var minimum = 0
  /// Captures that hold measured exposures.
  public var captures = 0
  /// Days on which measured own posts were published.
  public var days = 0
  /// The first of these days, by its first moment in UTC.
  public var firstDay: Instant?
  /// The last of these days, by its first moment in UTC.
  public var lastDay: Instant?
  /// The largest share of the exposures that one capture holds.
  public var largestCaptureShare: Double?
  /// The claims "below 1 %", "below 0.1 %", of each rate.
  public var claims: [Claim] = []

  /// Knows nothing yet.
  public init() {}

  /// Whether any claim below one per cent may be made.
  public var isSufficient: Bool { exposures >= minimum }
}
