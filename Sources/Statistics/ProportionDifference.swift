import Foundation

/// How two independent proportions differ.
public struct ProportionDifference: Hashable, Sendable {
  /// p₂ − p₁, in −1...1.
  public let difference: Double
  /// The 95 % interval of the difference.
  public let interval: ClosedRange<Double>
  /// The two-sided p-value of Fisher's exact test, in 0...1.
  public let pValue: Double

  /// Compares a proportion with an earlier one; nil when either has no trials.
  ///
  /// The interval is the hybrid score interval, method 10 of R. G. Newcombe, "Interval estimation
  /// for the difference between independent proportions", Statistics in Medicine 17 (1998). The
  /// p-value adds up all tables that are no more likely than the one seen (R. A. Fisher, 1922),
  /// which holds for the small counts that rates near zero have. Costs min(k₁ + k₂, n₁, n₂) steps.
  public init?(from first: Proportion, to second: Proportion) {
    guard first.trials > 0, second.trials > 0 else { return nil }
    difference = second.share - first.share
    let (one, two) = (first.wilson, second.wilson)
    let below = hypot(second.share - two.lowerBound, one.upperBound - first.share)
    let above = hypot(two.upperBound - second.share, first.share - one.lowerBound)
    interval = max(-1, difference - below)...min(1, difference + above)
    pValue = FisherTest.pValue(first, second)
  }
}

/// Fisher's exact test of two proportions.
enum FisherTest {
  static func pValue(_ first: Proportion, _ second: Proportion) -> Double {
    let hits = first.count + second.count
    let all = first.trials + second.trials
    let total = LogFactorial.choose(all, hits)
    func logarithm(_ count: Int) -> Double {
      LogFactorial.choose(first.trials, count)
        + LogFactorial.choose(second.trials, hits - count) - total
    }
    let seen = logarithm(first.count)
    let range = max(0, hits - second.trials)...min(hits, first.trials)
    var sum = 0.0
    for count in range {
      let other = logarithm(count)
      // Equally likely tables differ by rounding alone.
      if other <= seen + 1e-7 { sum += exp(other) }
    }
    return min(1, sum)
  }
}
