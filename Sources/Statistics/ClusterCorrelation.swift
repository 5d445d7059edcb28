/// How alike the trials of one cluster are.
public enum ClusterCorrelation {
  /// The intraclass correlation of a binary outcome by analysis of variance, at least zero; nil
  /// when there are fewer than two clusters, or no cluster of two.
  ///
  /// M. S. Ridout, C. G. B. Demétrio and D. Firth, "Estimating intraclass correlation for binary data",
  /// Biometrics 55 (1999), the ANOVA estimator.
  public static func estimate(_ clusters: [Proportion]) -> Double? {
    let clusters = clusters.filter { $0.trials > 0 }
    let trials = Double(clusters.reduce(0) { $0 + $1.trials })
    let groups = Double(clusters.count)
    guard clusters.count > 1, trials > groups else { return nil }
    let hits = Double(clusters.reduce(0) { $0 + $1.count })
    let squares = clusters.reduce(0.0) { $0 + Double($1.count) * $1.share }
    let between = (squares - hits * hits / trials) / (groups - 1)
    let within = (hits - squares) / (trials - groups)
    let sizes = clusters.reduce(0.0) { $0 + Double($1.trials) * Double($1.trials) }
    let size = (trials - sizes / trials) / (groups - 1)
    let denominator = between + (size - 1) * within
    return denominator > 0 ? max(0, (between - within) / denominator) : 0
  }
}
