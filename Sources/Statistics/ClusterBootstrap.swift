/// The 95 % interval of a proportion whose trials come in clusters that belong together.
///
/// Draws whole clusters with replacement: A. C. Davison and D. V. Hinkley, "Bootstrap Methods and
/// Their Application" (1997), §3.8; percentile interval with linear interpolation.
public enum ClusterBootstrap {
  /// The interval; nil with fewer than two clusters of any trials.
  ///
  /// Costs clusters × resamples steps, so beyond `work` steps fewer resamples are made; the number
  /// that was made is returned.
  public static func interval(
    _ clusters: [Proportion], resamples: Int = 4999, work: Int = 100_000_000, seed: UInt64
  ) -> (interval: ClosedRange<Double>, resamples: Int)? {
    let clusters = clusters.filter { $0.trials > 0 }
    guard clusters.count > 1 else { return nil }
    let made = min(resamples, max(199, work / clusters.count))
    var generator = SplitMix64(seed: seed)
    var shares: [Double] = []
    shares.reserveCapacity(made)
    for _ in 0..<made {
      var count = 0
      var trials = 0
      for _ in clusters.indices {
        let drawn = clusters[generator.next(below: clusters.count)]
        count += drawn.count
        trials += drawn.trials
      }
      shares.append(Double(count) / Double(trials))
    }
    shares.sort()
    return (quantile(shares, 0.025)...quantile(shares, 0.975), made)
  }

  /// The quantile of sorted values, between the two nearest (type 7 of Hyndman and Fan, 1996).
  static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
  }
}
