/// Runs of which one is in every match; what is worked out about them is kept, as clauses are shared.
final class Clause {
  let runs: [Run]

  /// Whether there is enough plain text in every run to look for.
  private(set) lazy var isTelling: Bool = runs.allSatisfy(\.isTelling)

  /// The estimated share of places in ordinary text where one of the runs is.
  private(set) lazy var commonness: Double = Double(shares.values.reduce(0, +)) / Self.one

  /// The same for each run, by what is plain text in it: runs that differ in what is around that
  /// are found by the same.
  ///
  /// In whole parts of `one`, so that their sum does not depend on their order.
  private(set) lazy var shares: [UInt64: Int] = runs.reduce(into: [:]) { shares, run in
    let share = Int(Commonness.estimate(of: run.bytes) * Self.one)
    shares[run.core, default: 0] = max(shares[run.core, default: 0], share)
  }

  private static let one = 0x1p40

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
  private(set) lazy var triggers: Set<ArraySlice<UInt8>> = Set(
    runs.map { $0.bytes[LiteralTable.trigger(in: $0.bytes)] })

  init(_ runs: [Run]) { self.runs = runs }

  /// The clause that holds where one of `clauses` does.
  convenience init(anyOf clauses: [Clause]) { self.init(clauses.flatMap(\.runs)) }

  /// Whether the only run is the empty one, which is in every text.
  var isEmpty: Bool { runs.count == 1 && runs[0] == .empty }

  /// Whether one of the runs is any character at all.
  var isOfAnything: Bool { runs.contains { $0.bytes == [Literal.Code.anyCharacter] } }

  /// The same runs, each with what stands before all of them, as far as one character tells.
  func preceded(by other: Clause) -> Clause {
    guard let edge = Run.edge(of: other.runs.lazy.map(\.bytes.last)) else { return self }
    return Clause(runs.map { edge.appending($0) })
  }

  /// The same runs, each with what stands behind all of them, as far as one character tells.
  func followed(by other: Clause) -> Clause {
    guard let edge = Run.edge(of: other.runs.lazy.map(\.bytes.first)) else { return self }
    return Clause(runs.map { $0.appending(edge) })
  }
}
