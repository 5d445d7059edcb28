import Foundation

/// How many trials it takes to show something.
public enum SampleSize {
  /// Trials without a single hit that bound a rate there, with 95 % confidence: (1 − bound)ⁿ ≤ 0.05.
  ///
  /// C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits illustrated in the
  /// case of the binomial", Biometrika 26 (1934), for no hits, one-sided.
  public static func withoutHits(below bound: Double) -> Int {
    Int((log(0.05) / log1p(-bound)).rounded(.up))
  }

  /// Trials without a single hit whose 95 % score interval ends below the bound:
  /// n > z²·(1 − bound) ÷ bound, from Wilson (1927).
  public static func withoutHits(intervalBelow bound: Double) -> Int {
    let z = NormalDistribution.z95
    return Int(z * z * (1 - bound) / bound) + 1
  }

  /// Trials so that, at a true rate, Wilson's upper bound lies below `bound` with that power; nil
  /// when the rate is not below the bound, or more than `limit` would be needed.
  ///
  /// Power is exact: the binomial probability of so few hits that the claim holds. As it goes up
  /// and down with n, the answer is the first n from which it held at every tenth of the way on.
  public static func toShow(
    rate: Double, below bound: Double, power: Double = 0.8, limit: Int = 20_000_000
  ) -> Int? {
    guard rate >= 0, rate < bound, bound < 1 else { return nil }
    func isEnough(_ trials: Int) -> Bool { self.power(rate, bound, trials) >= power }
    var high = withoutHits(below: bound)
    while !isEnough(high) {
      guard high <= limit else { return nil }
      high *= 2
    }
    var low = high / 2
    while high - low > max(1, high / 1000) {
      let middle = (low + high) / 2
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }

  /// The chance that so many trials at a true rate show it to be below the bound.
  public static func power(_ rate: Double, _ bound: Double, _ trials: Int) -> Double {
    // The most hits with which the upper bound is still below.
    var fewest = -1
    var most = Int(bound * Double(trials)) + 1
    while most - fewest > 1 {
      let middle = (fewest + most) / 2
      if Proportion(middle, of: trials).wilson.upperBound < bound {
        fewest = middle
      } else {
        most = middle
      }
    }
    return BinomialDistribution(trials: trials, share: rate).cumulative(fewest)
  }

  /// Trials in each of two groups so that a two-sided test at 5 % finds the difference of two
  /// rates with that power; nil when the rates are equal.
  ///
  /// The normal approximation without continuity correction: J. L. Fleiss, B. Levin and M. C. Paik,
  /// "Statistical Methods for Rates and Proportions" (2003), formula 4.14.
  public static func toCompare(_ first: Double, _ second: Double, power: Double = 0.8) -> Int? {
    guard first != second else { return nil }
    let mean = (first + second) / 2
    let root =
      NormalDistribution.z95 * (2 * mean * (1 - mean)).squareRoot()
      + NormalDistribution.quantile(power)
      * (first * (1 - first) + second * (1 - second)).squareRoot()
    return Int((root * root / ((second - first) * (second - first))).rounded(.up))
  }

  /// By how much clusters of that mean size multiply the trials needed: 1 + (m − 1)·ICC.
  ///
  /// L. Kish, "Survey Sampling" (1965), §5.4.
  public static func designEffect(clusterSize: Double, correlation: Double) -> Double {
    max(1, 1 + (clusterSize - 1) * correlation)
  }

  /// Items of a finite population to look at so that a share is known to within `margin`.
  ///
  /// With 95 % confidence, at a share of one half, where it takes the most: W. G. Cochran, "Sampling
  /// Techniques" (1977), formulas 4.1 and 4.2.
  public static func toEstimate(within margin: Double, of population: Int) -> Int {
    guard population > 0 else { return 0 }
    let z = NormalDistribution.z95
    let unlimited = z * z * 0.25 / (margin * margin)
    return min(
      population, Int((unlimited / (1 + (unlimited - 1) / Double(population))).rounded(.up)))
  }
}
