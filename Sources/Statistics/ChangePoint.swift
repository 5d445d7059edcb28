import Foundation

/// Where a series of proportions changed, if it did.
///
/// The split with the largest binomial log-likelihood ratio: D. V. Hinkley and E. A. Hinkley,
/// "Inference about the change-point in a sequence of binomial variables", Biometrika 57 (1970). The
/// p-value is the share of random orders of the points whose best split is at least as good, so
/// points that scatter more than a binomial are no change.
public struct ChangePoint: Hashable, Sendable {
  /// The first point after the change.
  public let index: Int
  /// All points before it.
  public let before: Proportion
  /// All points from it on.
  public let after: Proportion
  /// The p-value, in 0...1.
  public let pValue: Double

  /// The most likely change; nil when there are fewer than four points with trials, or no variation.
  ///
  /// Costs points × shuffles steps.
  public init?(_ points: [Proportion], shuffles: Int = 1999, seed: UInt64) {
    guard points.count(where: { $0.trials > 0 }) >= 4, let best = Self.best(points) else {
      return nil
    }
    var generator = SplitMix64(seed: seed)
    var order = points
    var atLeast = 0
    for _ in 0..<shuffles {
      for index in order.indices.dropFirst().reversed() {
        order.swapAt(index, generator.next(below: index + 1))
      }
      // Another order of the same numbers differs by rounding alone.
      if (Self.best(order)?.ratio ?? 0) >= best.ratio - 1e-9 { atLeast += 1 }
    }
    index = best.index
    before = Self.sum(points[..<best.index])
    after = Self.sum(points[best.index...])
    pValue = Double(atLeast + 1) / Double(shuffles + 1)
  }

  /// All changes in order: each stretch between changes is searched in turn while its p-value,
  /// adjusted for the number of stretches searched (Bonferroni), is below `level`.
  ///
  /// Binary segmentation: A. J. Scott and M. Knott, "A cluster analysis method for grouping means in
  /// the analysis of variance", Biometrics 30 (1974).
  public static func all(
    _ points: [Proportion], level: Double = 0.05, shuffles: Int = 1999, seed: UInt64
  ) -> [(index: Int, change: ChangePoint)] {
    var found: [(index: Int, change: ChangePoint)] = []
    var stretches = [points.indices]
    var searched = 0
    while let stretch = stretches.popLast() {
      searched += 1
      guard let change = ChangePoint(Array(points[stretch]), shuffles: shuffles, seed: seed),
        change.pValue * Double(searched) < level
      else { continue }
      let index = stretch.lowerBound + change.index
      found.append((index, change))
      stretches.append(index..<stretch.upperBound)
      stretches.append(stretch.lowerBound..<index)
    }
    return found.sorted { $0.index < $1.index }
  }

  private static func best(_ points: [Proportion]) -> (index: Int, ratio: Double)? {
    let all = sum(points[...])
    let whole = likelihood(all)
    var left = Proportion(0, of: 0)
    var best: (index: Int, ratio: Double)?
    for index in points.indices.dropFirst() {
      left.count += points[index - 1].count
      left.trials += points[index - 1].trials
      let right = Proportion(all.count - left.count, of: all.trials - left.trials)
      guard left.trials > 0, right.trials > 0 else { continue }
      let ratio = likelihood(left) + likelihood(right) - whole
      if ratio > max(best?.ratio ?? 0, 1e-12) { best = (index, ratio) }
    }
    return best
  }

  /// The highest log-likelihood of a proportion, at its own share.
  private static func likelihood(_ part: Proportion) -> Double {
    guard part.count > 0, part.count < part.trials else { return 0 }
    return Double(part.count) * log(part.share)
      + Double(part.trials - part.count) * log1p(-part.share)
  }

  private static func sum(_ points: ArraySlice<Proportion>) -> Proportion {
    points.reduce(Proportion(0, of: 0)) {
      Proportion($0.count + $1.count, of: $0.trials + $1.trials)
    }
  }
}
