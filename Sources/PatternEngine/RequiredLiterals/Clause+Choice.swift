#if canImport(Glibc)
  private import Glibc
#elseif canImport(Darwin)
  private import Darwin
#endif

extension Clause {
  /// The most clauses chosen for one pattern.
  static let mostChosen = 5

  /// The clauses worth looking for: the most telling, and those beside it that pay for their hits.
  static func chosen(from clauses: [Clause]) -> [Clause] {
    var chosen: [Clause] = []
    var chance = 1.0
    let candidates = clauses.filter(\.isTelling).sorted { $0.commonness < $1.commonness }
    for clause in candidates.prefix(4 * mostChosen).lazy.map(\.shortest) {
      guard clause.pays(whereOthersAre: chance) else { continue }
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

  /// The chance that a text has one of the runs.
  private var chance: Double { 1 - exp(-commonness * Self.textLength) }

  /// The length of an ordinary text, in bytes.
  private static let textLength = 150.0
  /// What a hit costs, in nanoseconds, where four patterns share a clause and the word is known.
  private static let hitCost = 1.5
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
