/// How far two people who judged the same things agree beyond what chance would give.
///
/// J. Cohen, "A coefficient of agreement for nominal scales" (1960); the variance of J. L. Fleiss,
/// J. Cohen and B. S. Everitt, "Large sample standard errors of kappa and weighted kappa" (1969).
public struct CohenKappa: Hashable, Sendable {
  /// κ: 1 when they always agree, 0 when no more than by chance.
  public let kappa: Double
  /// The 95 % interval, in −1...1; nil when they always or never agree, where the variance says
  /// nothing.
  public let interval: ClosedRange<Double>?

  /// Compares two people's verdicts: `table[i][j]` is how often one said i and the other said j.
  ///
  /// Nil when nothing was judged, and when both used one verdict alone, so that there is no chance to
  /// agree beyond.
  public init?(_ table: [[Int]]) {
    precondition(table.allSatisfy { $0.count == table.count }, "BUG: the table is no square")
    let n = Double(table.joined().reduce(0, +))
    guard n > 0 else { return nil }
    let shares = table.map { $0.map { Double($0) / n } }
    let rows = shares.map { $0.reduce(0, +) }
    let columns = shares.indices.map { column in shares.reduce(0) { $0 + $1[column] } }
    let seen = shares.indices.reduce(0) { $0 + shares[$1][$1] }
    let expected = zip(rows, columns).reduce(0) { $0 + $1.0 * $1.1 }
    guard expected < 1 else { return nil }
    let kappa = (seen - expected) / (1 - expected)
    self.kappa = kappa
    var variance = -(kappa - expected * (1 - kappa)) * (kappa - expected * (1 - kappa))
    for i in shares.indices {
      for j in shares.indices {
        let weight =
          i == j ? 1 - (rows[i] + columns[i]) * (1 - kappa) : (columns[i] + rows[j]) * (1 - kappa)
        variance += shares[i][j] * weight * weight
      }
    }
    guard seen > 0, seen < 1, variance > 0 else {
      interval = nil
      return
    }
    let margin = NormalDistribution.z95 * (variance / n).squareRoot() / (1 - expected)
    interval = max(-1, kappa - margin)...min(1, kappa + margin)
  }
}
