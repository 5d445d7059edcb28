/// Strings of which one is in every match, with an estimate of how little that tells.
struct Clause {
  let runs: [Run]
  /// The estimated share of places in ordinary text where one of the strings begins.
  let commonness: Double

  /// The most clauses chosen for one pattern.
  static let mostChosen = 3
  /// Whether looking for the clause costs less than it saves.
  ///
  /// A clause that most texts have says little; but the more strings it has, the dearer is the
  /// pattern that would have to be tried on every text instead.
  private var isTelling: Bool {
    commonness <= 1.0 / 200 + Double(runs.count) / 20_000
  }

  /// Whether a text of 200 bytes is likely to be without it, so that it pays beside a better one.
  private var isTellingBesideAnother: Bool { commonness <= 1.0 / 500 }

  /// Makes clauses of the sets that say something, the most telling first.
  static func ranked(_ sets: [[Run]]) -> [Clause] {
    var clauses: [Clause] = []
    for runs in sets where !runs.contains(where: { $0.bytes.count < 2 }) {
      let clause = Clause(shortest(of: runs))
      if clause.isTelling, !clauses.contains(where: { $0.runs == clause.runs }) {
        clauses.append(clause)
      }
    }
    return clauses.sorted {
      $0.commonness == $1.commonness ? $0.precedes($1) : $0.commonness < $1.commonness
    }
  }

  /// The clauses worth looking for: the best, and those beside it that pay for their hits.
  static func chosen(from ranked: [Clause]) -> [Clause] {
    var chosen: [Clause] = []
    for clause in ranked where chosen.count < mostChosen {
      guard chosen.isEmpty || clause.isTellingBesideAnother else { break }
      if !chosen.contains(where: { $0.implies(clause) }) { chosen.append(clause) }
    }
    return chosen
  }

  private init(_ runs: [Run]) {
    self.runs = runs
    commonness = runs.reduce(0) { $0 + Commonness.estimate(of: $1.bytes) }
  }

  /// The distinct runs that do not contain another one, in order: where the longer is, the shorter is.
  private static func shortest(of runs: [Run]) -> [Run] {
    var kept: [Run] = []
    for run in Set(runs).sorted(by: Run.areInOrder) {
      if let last = kept.last, run.contains(last) { continue }
      kept.append(run)
    }
    guard kept.count <= 64 else { return kept }
    return kept.filter { run in !kept.contains { $0 != run && run.contains($0) } }
  }

  /// Whether a hit of this clause is always one of `other` too.
  private func implies(_ other: Clause) -> Bool {
    guard runs.count * other.runs.count <= 4_096 else { return runs == other.runs }
    return runs.allSatisfy { run in other.runs.contains { run.contains($0) } }
  }

  private func precedes(_ other: Clause) -> Bool {
    if runs.count != other.runs.count { return runs.count < other.runs.count }
    return runs.lexicographicallyPrecedes(other.runs, by: Run.areInOrder)
  }
}

extension Run {
  fileprivate static func areInOrder(_ left: Run, _ right: Run) -> Bool {
    if left.bytes != right.bytes { return left.bytes.lexicographicallyPrecedes(right.bytes) }
    return left.isCaseless && !right.isCaseless
  }

  /// Whether every text that contains this run contains `other` too.
  fileprivate func contains(_ other: Run) -> Bool {
    if isCaseless && !other.isCaseless && other.bytes.contains(where: isASCIILowercase) {
      return false
    }
    let count = other.bytes.count
    guard count <= bytes.count else { return false }
    let folds = other.isCaseless && !isCaseless
    return (0...bytes.count - count).contains { start in
      zip(bytes[start...], other.bytes).allSatisfy { mine, theirs in
        mine == theirs || (folds && mine | 0x20 == theirs && isASCIILowercase(theirs))
      }
    }
  }
}

private func isASCIILowercase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
