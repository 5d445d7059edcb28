import Foundation

/// The standard normal distribution.
public enum NormalDistribution {
  /// The 97.5th percentile, of two-sided 95 % intervals.
  public static let z95 = 1.959963984540054

  /// The probability of a value at most `z`, by the complementary error function.
  public static func cumulative(_ z: Double) -> Double {
    0.5 * erfc(-z / 2.0.squareRoot())
  }

  /// The probability of a value at least as far from zero as `z`, on either side.
  public static func twoSided(_ z: Double) -> Double {
    min(1, erfc(abs(z) / 2.0.squareRoot()))
  }
}
