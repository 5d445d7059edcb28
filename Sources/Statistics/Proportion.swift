/// k of n.
public struct Proportion: Hashable, Sendable {
  /// k: how often it happened.
  public var count: Int
  /// n: how often it could have.
  public var trials: Int

  /// k of n; 0 ≤ k ≤ n.
  public init(_ count: Int, of trials: Int) {
    precondition(count >= 0 && count <= trials, "BUG: more successes than trials")
    self.count = count
    self.trials = trials
  }

  /// k ÷ n; zero when n is zero.
  public var share: Double { trials == 0 ? 0 : Double(count) / Double(trials) }

  /// The 95 % score interval, which holds near 0 and 1; 0...1 when n is zero.
  ///
  /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
  /// the American Statistical Association 22 (1927).
  public var wilson: ClosedRange<Double> {
    guard trials > 0 else { return 0...1 }
    let n = Double(trials)
    let z2 = NormalDistribution.z95 * NormalDistribution.z95
    let centre = share + z2 / (2 * n)
    let margin =
      NormalDistribution.z95 * (share * (1 - share) / n + z2 / (4 * n * n)).squareRoot()
    // The bounds are exact at the ends; rounding would leave a stray 1e-18.
    let low = count == 0 ? 0 : max(0, (centre - margin) / (1 + z2 / n))
    let high = count == trials ? 1 : min(1, (centre + margin) / (1 + z2 / n))
    return low...high
  }
}
