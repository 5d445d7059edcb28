import Foundation

/// How often something happens in independent trials.
public struct BinomialDistribution: Sendable {
  private let trials: Int
  private let share: Double

  /// n trials, each with the same probability in 0...1.
  public init(trials: Int, share: Double) {
    self.trials = trials
    self.share = share
  }

  /// The probability of exactly k, by logarithms of the gamma function.
  public func probability(of count: Int) -> Double {
    guard (0...trials).contains(count) else { return 0 }
    if share <= 0 { return count == 0 ? 1 : 0 }
    if share >= 1 { return count == trials ? 1 : 0 }
    let logarithm =
      LogFactorial.choose(trials, count) + Double(count) * log(share)
      + Double(trials - count) * log1p(-share)
    return exp(logarithm)
  }

  /// The probability of at most k; costs k steps.
  public func cumulative(_ count: Int) -> Double {
    guard count >= 0 else { return 0 }
    return min(1, (0...min(count, trials)).reduce(0) { $0 + probability(of: $1) })
  }
}

/// Logarithms of factorials and of binomial coefficients.
enum LogFactorial {
  static func of(_ number: Int) -> Double {
    lgamma(Double(number) + 1)
  }

  static func choose(_ all: Int, _ some: Int) -> Double {
    of(all) - of(some) - of(all - some)
  }
}
