#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

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
  private lazy var shares: [UInt64: Int] = runs.reduce(into: [:]) { shares, run in
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
  private lazy var triggers: Set<ArraySlice<UInt8>> = Set(
    runs.map { $0.bytes[LiteralTable.trigger(in: $0.bytes)] })

  init(_ runs: [Run]) { self.runs = runs }

  /// The clause that holds where one of `clauses` does.
  convenience init(anyOf clauses: [Clause]) { self.init(clauses.flatMap(\.runs)) }

  /// Whether the only run is the empty one, which is in every text.
  var isEmpty: Bool { runs.count == 1 && runs[0] == .empty }

  /// Whether one of the runs is any character at all.
  var isOfAnything: Bool { runs.contains { $0.bytes == [Literal.Code.anyCharacter] } }

  // MARK: - Neighbours

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

  // MARK: - Alternatives

  /// The most clauses of one branch that are tried with those of the others.
  private static let mostCompared = 6

  /// Clauses of an alternation: each joins one clause of every branch.
  ///
  /// Joined are those that have most in common, so that a list which is in every branch is looked for
  /// as that list alone.
  static func shared(by branches: [[Clause]]) -> [Clause] {
    var unused = branches.map { clauses in
      Array(
        clauses.filter(\.isTelling).sorted { $0.commonness < $1.commonness }.prefix(mostCompared))
    }
    var joined: [Clause] = []
    while joined.count < mostChosen, unused.allSatisfy({ !$0.isEmpty }), !unused.isEmpty {
      let trials = unused[0].indices.map { join(beginningWith: $0, unused) }
      guard let best = trials.min(by: { $0.commonness < $1.commonness }) else { break }
      joined.append(Clause(anyOf: zip(unused, best.choice).map { $0[$1] }))
      for (branch, choice) in best.choice.enumerated() { unused[branch].remove(at: choice) }
    }
    return joined
  }

  /// Chooses a clause of each branch behind the first, which adds least to those before it.
  private static func join(
    beginningWith first: Int, _ branches: [[Clause]]
  ) -> (choice: [Int], commonness: Int) {
    var shares = branches[0][first].shares
    var choice = [first]
    var commonness = shares.values.reduce(0, +)
    for clauses in branches.dropFirst() {
      var best = (place: 0, added: Int.max)
      for (place, clause) in clauses.enumerated() {
        let added = clause.shares.reduce(0) { shares[$1.key] == nil ? $0 + $1.value : $0 }
        if added < best.added { best = (place, added) }
      }
      choice.append(best.place)
      commonness += best.added
      shares.merge(clauses[best.place].shares) { share, _ in share }
    }
    return (choice, commonness)
  }

  // MARK: - Choice

  /// The most clauses chosen for one pattern.
  static let mostChosen = 3

  /// The clauses worth looking for: the most telling, and those beside it that pay for their hits.
  static func chosen(from clauses: [Clause]) -> [Clause] {
    var chosen: [Clause] = []
    var chance = 1.0
    let candidates = clauses.filter(\.isTelling).sorted { $0.commonness < $1.commonness }
    for clause in candidates.prefix(4 * mostChosen).lazy.map(\.shortest) {
      guard clause.pays(whereOthersAre: chance), chosen.isEmpty || clause.hasRareTriggers
      else { continue }
      if !chosen.contains(where: { $0.resembles(clause) }) {
        chosen.append(clause)
        chance *= clause.chance
      }
      if chosen.count == mostChosen { break }
    }
    return chosen.sorted(by: areInOrder)
  }

  /// Whether looking for the clause costs less than it saves by ruling texts out, where a text has
  /// the better ones with some chance.
  private func pays(whereOthersAre others: Double) -> Bool {
    others * (1 - chance) * Self.trialCost > commonness * Self.textLength * Self.hitCost
  }

  /// Whether none of the runs is found by what most texts have.
  private var hasRareTriggers: Bool {
    triggers.allSatisfy { Commonness.estimate(of: $0) <= 1.0 / 400 }
  }

  /// The chance that a text has one of the runs.
  private var chance: Double { 1 - exp(-commonness * Self.textLength) }

  /// The length of an ordinary text, in bytes.
  private static let textLength = 150.0
  /// What a hit costs, in nanoseconds, where four patterns share a clause.
  private static let hitCost = 4.0
  /// What trying a pattern costs, in nanoseconds.
  private static let trialCost = 300.0

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
