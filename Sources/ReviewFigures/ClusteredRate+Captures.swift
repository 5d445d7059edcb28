import Statistics
import TimelineModel

extension ClusteredRate {
  /// The fewest captures whose drawing says something about others.
  private static let fewestCaptures = 5

  /// The headline rates with intervals over captures.
  ///
  /// Left out are rates of nothing or of all, which every draw repeats, as if they were certain.
  static func all(of figures: ExposureFigures) -> [ClusteredRate] {
    HeadlineRate.allCases.compactMap { name in
      let rate = figures.all.rate(name)
      guard rate.count > 0, rate.count < rate.trials else { return nil }
      let clusters = figures.captures.map { $0.cell.rate(name).proportion }
        .filter { $0.trials > 0 }
      guard clusters.count >= fewestCaptures,
        let result = ClusterBootstrap.interval(clusters, seed: FixedSeed.bootstrap)
      else {
        return nil
      }
      return ClusteredRate(
        name: name, rate: rate, interval: ConfidenceInterval(result.interval),
        captures: clusters.count, resamples: result.resamples)
    }
  }
}
