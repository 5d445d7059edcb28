import Statistics
import TimelineModel

extension Breakdown {
  /// Holds each line's suitability rate against the rest, where lines do not overlap.
  ///
  /// Fisher's exact test, adjusted for the number of lines (Holm). Left out where there are more
  /// lines than a reader compares.
  mutating func compareLines() {
    guard dimension.isPartition, lines.count > 1, lines.count <= Self.mostCompared else { return }
    let hits = lines.reduce(0) { $0 + $1.cell.suitability.count }
    let trials = lines.reduce(0) { $0 + $1.cell.suitability.trials }
    let compared = lines.indices.compactMap { index -> (Int, Double)? in
      let rate = lines[index].cell.suitability
      return ProportionDifference(
        from: Proportion(hits - rate.count, of: trials - rate.trials), to: rate.proportion
      ).map { (index, $0.pValue) }
    }
    let adjusted = MultipleComparisons.holm(compared.map(\.1))
    for (line, pValue) in zip(compared, adjusted) { lines[line.0].adjustedP = pValue }
  }

  private static let mostCompared = 200
}
