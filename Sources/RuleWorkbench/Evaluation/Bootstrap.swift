import Foundation
import Statistics

/// Intervals of figures that have no formula for one, such as F1 and means of it.
///
/// The Bayesian bootstrap (D. B. Rubin, Annals of Statistics 9, 1981): every text gets a weight drawn
/// from an exponential distribution. Texts that are answered alike share one weight, the sum of
/// theirs, which is gamma distributed: a draw costs the same for ten texts and a million.
struct Bootstrap: Sendable {
  /// How many times the texts are weighed anew.
  static let draws = 1000

  private var random: SplitMix64

  /// Starts the draws; the same seed gives the same interval.
  init(seed: UInt64 = 0x5EED) {
    random = SplitMix64(seed: seed)
  }

  /// The 95 % interval of a figure of some counts.
  mutating func interval(
    of counts: [Counts], _ figure: ([Counts.Weights]) -> Double
  ) -> ClosedRange<Double> {
    var values: [Double] = []
    values.reserveCapacity(Self.draws)
    for _ in 0..<Self.draws {
      var weights: [Counts.Weights] = []
      for count in counts { weights.append(weigh(count)) }
      values.append(figure(weights))
    }
    values.sort()
    return values[Self.draws * 25 / 1000]...values[Self.draws * 975 / 1000 - 1]
  }

  private mutating func weigh(_ counts: Counts) -> Counts.Weights {
    Counts.Weights(
      truePositives: gamma(counts.truePositives), falsePositives: gamma(counts.falsePositives),
      falseNegatives: gamma(counts.falseNegatives), trueNegatives: gamma(counts.trueNegatives))
  }

  /// A sum of `shape` exponentially distributed weights.
  ///
  /// G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26
  /// (2000).
  private mutating func gamma(_ shape: Int) -> Double {
    guard shape > 0 else { return 0 }
    let d = Double(shape) - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = random.normal()
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      if v > 0, log(random.unit()) < x * x / 2 + d - d * v + d * log(v) { return d * v }
    }
  }
}

extension SplitMix64 {
  /// A number above 0 and up to 1.
  fileprivate mutating func unit() -> Double {
    (Double(next() >> 11) + 1) / 9_007_199_254_740_992
  }

  /// A number of the standard normal distribution (Box and Muller 1958).
  fileprivate mutating func normal() -> Double {
    (-2 * log(unit())).squareRoot() * cos(2 * .pi * unit())
  }
}
