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

extension NormalDistribution {
  /// The value that a share of values do not exceed, in 0 < share < 1; by bisection, to 1e-12.
  public static func quantile(_ share: Double) -> Double {
    precondition(share > 0 && share < 1, "BUG: no such quantile")
    var (low, high) = (-40.0, 40.0)
    while high - low > 1e-12 {
      let middle = (low + high) / 2
      if cumulative(middle) < share { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
