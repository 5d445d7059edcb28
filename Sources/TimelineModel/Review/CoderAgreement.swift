import Statistics

/// How far two people agree who judged the same findings without knowing of each other's verdict.
public struct CoderAgreement: Hashable, Sendable {
  /// Findings on which they agree ÷ findings that both judged.
  public var agreed: Rate
  /// Cohen's κ over the verdicts; nil where both used one verdict alone.
  public var kappa: Double?
  /// Its 95 % interval; nil where they always or never agree.
  public var interval: ConfidenceInterval?

  /// Compares the verdicts of reviewed findings; nil when none was judged by two people.
  public init?(_ items: [Baseline.Item]) {
    let verdicts = ReviewVerdict.allCases
    var table = verdicts.map { _ in verdicts.map { _ in 0 } }
    for item in items {
      guard let pair = item.coders, let first = verdicts.firstIndex(of: pair.first),
        let second = verdicts.firstIndex(of: pair.second)
      else { continue }
      table[first][second] += 1
    }
    let trials = table.joined().reduce(0, +)
    guard trials > 0 else { return nil }
    agreed = Rate(count: verdicts.indices.reduce(0) { $0 + table[$1][$1] }, trials: trials)
    let result = CohenKappa(table)
    kappa = result?.kappa
    interval = result?.interval.map { ConfidenceInterval(low: $0.lowerBound, high: $0.upperBound) }
  }
}
