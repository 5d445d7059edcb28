extension Clause {
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
}
