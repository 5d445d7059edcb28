/// Adjusts p-values where many comparisons are made at once.
public enum MultipleComparisons {
  /// Adjusted p-values that bound the chance of any false alarm, in the order of the input.
  ///
  /// S. Holm, "A simple sequentially rejective multiple test
  /// procedure", Scandinavian Journal of Statistics 6 (1979).
  public static func holm(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var highest = 0.0
    for (rank, index) in order(pValues).enumerated() {
      highest = max(highest, min(1, Double(pValues.count - rank) * pValues[index]))
      adjusted[index] = highest
    }
    return adjusted
  }

  /// Adjusted p-values that bound the expected share of false alarms, in the order of the input.
  ///
  /// Y. Benjamini and Y. Hochberg, "Controlling the false
  /// discovery rate", Journal of the Royal Statistical Society B 57 (1995).
  public static func benjaminiHochberg(_ pValues: [Double]) -> [Double] {
    var adjusted = pValues
    var lowest = 1.0
    for (rank, index) in order(pValues).enumerated().reversed() {
      lowest = min(lowest, Double(pValues.count) / Double(rank + 1) * pValues[index])
      adjusted[index] = lowest
    }
    return adjusted
  }

  private static func order(_ pValues: [Double]) -> [Int] {
    pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
  }
}
