/// Runs of which one is in every match, with an estimate of how little that tells.
struct Clause {
  let runs: [Run]
  /// The estimated share of places in ordinary text where one of the runs is.
  let commonness: Double

  /// The most clauses chosen for one pattern.
  static let mostChosen = 3

  /// `nil` where one of the runs has too little plain text to look for.
  init?(_ runs: [Run]) {
    guard runs.allSatisfy(\.isTelling) else { return nil }
    self.init(runs, commonness: runs.reduce(0) { $0 + Commonness.estimate(of: $1.bytes) })
  }

  private init(_ runs: [Run], commonness: Double) {
    self.runs = runs
    self.commonness = commonness
  }

  /// The clause that holds where one of `clauses` does.
  init(anyOf clauses: [Clause]) {
    self.init(
      clauses.flatMap(\.runs), commonness: clauses.reduce(0) { $0 + $1.commonness })
  }

  /// The clauses worth looking for: the most telling, and those beside it that pay for their hits.
  static func chosen(from clauses: [Clause]) -> [Clause] {
    var chosen: [Clause] = []
    let candidates = clauses.sorted { $0.commonness < $1.commonness }.prefix(2 * mostChosen)
    for clause in candidates.compactMap({ Clause(shortest(of: $0.runs)) }).sorted(by: areInOrder)
    where chosen.count < mostChosen {
      guard chosen.isEmpty ? clause.isTelling : clause.isTellingBesideAnother else { break }
      if !chosen.contains(where: { $0.implies(clause) }) { chosen.append(clause) }
    }
    return chosen
  }

  /// Whether looking for the clause costs less than it saves.
  ///
  /// A clause that most texts have says little; but the more runs it has, the dearer is the pattern
  /// that would have to be tried on every text instead.
  private var isTelling: Bool { commonness <= 1.0 / 200 + Double(runs.count) / 50_000 }

  /// Whether it pays beside a better one: only where that is found does it cost anything.
  private var isTellingBesideAnother: Bool { commonness <= 1.0 / 150 }

  private static func areInOrder(_ left: Clause, _ right: Clause) -> Bool {
    if left.commonness != right.commonness { return left.commonness < right.commonness }
    if left.runs.count != right.runs.count { return left.runs.count < right.runs.count }
    return left.runs.lexicographicallyPrecedes(right.runs, by: Run.areInOrder)
  }

  /// The distinct runs that do not contain another one, in order: where the longer is, the shorter is.
  private static func shortest(of runs: [Run]) -> [Run] {
    var kept: [Run] = []
    for run in Run.distinct(runs) {
      if let last = kept.last, run.contains(last) { continue }
      kept.append(run)
    }
    guard kept.count <= 64 else { return kept }
    return kept.filter { run in !kept.contains { $0 != run && run.contains($0) } }
  }

  /// Whether a hit of this clause is always one of `other` too.
  private func implies(_ other: Clause) -> Bool {
    guard runs.count * other.runs.count <= 1_024 else { return runs == other.runs }
    return runs.allSatisfy { run in other.runs.contains { run.contains($0) } }
  }
}
