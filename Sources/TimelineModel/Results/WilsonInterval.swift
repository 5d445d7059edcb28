/// The 95 % score interval of a proportion.
///
/// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
/// the American Statistical Association 22 (1927): it holds near 0 and 1, where most rates of this
/// kind lie.
public struct WilsonInterval: Hashable, Sendable {
  /// The lower bound, in 0...1.
  public let low: Double
  /// The upper bound, in 0...1.
  public let high: Double

  /// The 97.5th percentile of the standard normal distribution.
  public static let z = 1.959963984540054

  /// The interval of `successes` in `trials`; nil when there were no trials.
  public init?(successes: Int, trials: Int) {
    guard trials > 0 else { return nil }
    precondition((0...trials).contains(successes), "BUG: more successes than trials")
    let n = Double(trials)
    let p = Double(successes) / n
    let z2 = Self.z * Self.z
    let centre = p + z2 / (2 * n)
    let margin = Self.z * (p * (1 - p) / n + z2 / (4 * n * n)).squareRoot()
    // The bounds are exact at the ends; rounding would leave a stray 1e-18.
    low = successes == 0 ? 0 : max(0, (centre - margin) / (1 + z2 / n))
    high = successes == trials ? 1 : min(1, (centre + margin) / (1 + z2 / n))
  }
}
