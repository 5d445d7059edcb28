/// Runs of which one is in every match; what is worked out about them is kept, as clauses are shared.
final class Clause {
  let runs: [Run]

  /// Whether there is enough plain text in every run to look for.
  private(set) lazy var isTelling: Bool = runs.allSatisfy(\.isTelling)

  /// The estimated share of places in ordinary text where one of the runs is.
  private(set) lazy var commonness: Double =
    runs.reduce(0) { $0 + Commonness.estimate(of: $1.bytes) }

  /// The same clause in order, without runs that contain another: where the longer is, the shorter is.
  private(set) lazy var shortest: Clause = {
    var kept: [Run] = []
    for run in Run.distinct(runs) {
      if let last = kept.last, run.contains(last) { continue }
      kept.append(run)
    }
    if kept.count <= 64 {
      kept = kept.filter { run in !kept.contains { $0 != run && run.contains($0) } }
    }
    return Clause(kept)
  }()

  /// What the runs are found by.
  private lazy var triggers: Set<ArraySlice<UInt8>> = Set(
    runs.map { $0.bytes[LiteralTable.trigger(in: $0.bytes)] })

  init(_ runs: [Run]) { self.runs = runs }

  /// The clause that holds where one of `clauses` does.
  convenience init(anyOf clauses: [Clause]) { self.init(clauses.flatMap(\.runs)) }

  /// Whether the only run is the empty one, which is in every text.
  var isEmpty: Bool { runs.count == 1 && runs[0] == .empty }

  // MARK: - Choice

  /// The most clauses chosen for one pattern.
  static let mostChosen = 3

  /// The clauses worth looking for: the most telling, and those beside it that pay for their hits.
  static func chosen(from clauses: [Clause]) -> [Clause] {
    var chosen: [Clause] = []
    let candidates = clauses.filter(\.isTelling).sorted { $0.commonness < $1.commonness }
    for clause in candidates.prefix(4 * mostChosen).lazy.map(\.shortest) {
      guard chosen.isEmpty ? clause.pays : clause.paysBesideAnother else { continue }
      if !chosen.contains(where: { $0.resembles(clause) }) { chosen.append(clause) }
      if chosen.count == mostChosen { break }
    }
    return chosen.sorted(by: areInOrder)
  }

  /// Whether looking for the clause costs less than it saves.
  ///
  /// A clause that most texts have says little; but the more runs it has, the dearer is the pattern
  /// that would have to be tried on every text instead.
  private var pays: Bool { commonness <= 1.0 / 200 + Double(runs.count) / 50_000 }

  /// Whether it pays beside a better one, by what it rules out where that is found.
  private var paysBesideAnother: Bool {
    commonness <= 1.0 / 60
      && triggers.allSatisfy { Commonness.estimate(of: $0) <= 1.0 / 1_000 }
  }

  private static func areInOrder(_ left: Clause, _ right: Clause) -> Bool {
    if left.commonness != right.commonness { return left.commonness < right.commonness }
    if left.runs.count != right.runs.count { return left.runs.count < right.runs.count }
    return left.runs.lexicographicallyPrecedes(right.runs, by: Run.areInOrder)
  }

  /// Whether a hit of this clause is likely to be one of `other` too, so that it adds little to it.
  private func resembles(_ other: Clause) -> Bool {
    let shared = triggers.count { other.triggers.contains($0) }
    if 10 * shared >= 9 * max(triggers.count, other.triggers.count) { return true }
    guard runs.count * other.runs.count <= 1_024 else { return false }
    return runs.allSatisfy { run in other.runs.contains { run.contains($0) } }
  }
}
