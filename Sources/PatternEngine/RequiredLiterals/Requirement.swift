/// What every match of a part of a pattern contains: strings at its ends, and clauses in between.
///
/// The algebra is that of Russ Cox, "Regular Expression Matching with a Trigram Index" (2012), with
/// strings in the place of trigrams.
struct Requirement {
  /// All strings the part can match; `nil` where they are too many to list.
  private(set) var exact: [Run]?
  /// Strings of which one begins every match, where they are not exact; the empty run says nothing.
  private(set) var prefixes: [Run]
  /// Strings of which one ends every match, where they are not exact.
  private(set) var suffixes: [Run]
  /// Of each clause, one string is somewhere in every match.
  private(set) var clauses: [Clause] = []

  /// The most strings that joining two parts may make, unless one of the two has a single string.
  private static let mostJoined = 64
  /// The longest string that joining makes, in bytes.
  private static let longestJoined = 64
  /// The most strings kept as exact.
  private static let mostExact = 4_096
  /// The most copies of a repeated part that are written out.
  private static let mostCopies = 4
  /// The most copies of a repeated part that may be there or not.
  private static let mostOptionalCopies = 2
  /// The most clauses carried along.
  private static let mostClauses = 32

  private static let anything = Requirement(exact: nil, prefixes: [.empty], suffixes: [.empty])
  private static let nothing = Requirement([.empty])

  private init(_ strings: [Run]) {
    self.init(exact: strings, prefixes: [], suffixes: [])
  }

  private init(exact: [Run]?, prefixes: [Run], suffixes: [Run], clauses: [Clause] = []) {
    self.exact = exact
    self.prefixes = prefixes
    self.suffixes = suffixes
    self.clauses = clauses
  }

  init(of node: SyntaxNode) {
    switch node {
    case .text(let run):
      self.init([run])
    case .oneOf(let runs):
      self.init(runs)
    case .gap:
      self = .anything
    case .sequence(let parts):
      self = parts.reduce(into: .nothing) { $0.append(Requirement(of: $1)) }
    case .alternation(let branches):
      let texts = branches.compactMap(\.text)
      self =
        texts.count == branches.count && texts.count <= Self.mostExact
        ? Requirement(texts) : .any(of: branches.map(Requirement.init))
    case .repetition(let part, let atLeast, let atMost):
      self = Requirement(of: part).repeated(atLeast: atLeast, atMost: atMost)
    case .assertion(let part):
      self = .nothing
      clauses = Requirement(of: part).allClauses
    }
  }

  /// Everything known, as clauses.
  var allClauses: [Clause] {
    (exact.map { [$0] } ?? [prefixes, suffixes]).compactMap(Clause.init) + clauses
  }

  private mutating func append(_ next: Requirement) {
    clauses += next.clauses
    if let left = exact, let right = next.exact, let both = Self.joined(left, right) {
      exact = both
      return
    }
    let left = exact ?? suffixes
    let right = next.exact ?? next.prefixes
    let joint = Self.joined(left, right)
    switch (exact, next.exact) {
    case (nil, nil):
      addClauses(joint.map { [$0] } ?? [left, right])
      suffixes = next.suffixes
    case (nil, .some):
      if joint == nil { addClauses([left]) }
      suffixes = joint ?? right
    case (.some, nil):
      if joint == nil { addClauses([right]) }
      prefixes = joint ?? left
      suffixes = next.suffixes
    case (.some, .some):
      prefixes = left
      suffixes = right
    }
    exact = nil
  }

  private mutating func addClauses(_ added: [[Run]]) {
    clauses += added.compactMap(Clause.init)
    if clauses.count > Self.mostClauses {
      clauses.sort { $0.commonness < $1.commonness }
      clauses.removeLast(clauses.count / 2)
    }
  }

  private static func joined(_ left: [Run], _ right: [Run]) -> [Run]? {
    if left == [.empty] { return right }
    if right == [.empty] { return left }
    let count = left.count * right.count
    guard count <= max(mostJoined, left.count, right.count) else { return nil }
    let longest = { (runs: [Run]) in runs.reduce(0) { max($0, $1.bytes.count) } }
    guard longest(left) + longest(right) <= longestJoined else { return nil }
    return left.flatMap { left in right.map(left.appending) }
  }

  private static func any(of branches: [Requirement]) -> Requirement {
    let exact = branches.compactMap(\.exact)
    if exact.count == branches.count, exact.reduce(0, { $0 + $1.count }) <= mostExact {
      return Requirement(exact.flatMap(\.self))
    }
    // One clause of each branch, joined, is a clause of the whole; the best are joined to the best.
    let ranked = branches.map { branch in
      branch.allClauses.sorted { $0.commonness < $1.commonness }.prefix(Clause.mostChosen)
    }
    let shared = ranked.map(\.count).min() ?? 0
    return Requirement(
      exact: nil, prefixes: union(branches.map { $0.exact ?? $0.prefixes }),
      suffixes: union(branches.map { $0.exact ?? $0.suffixes }),
      clauses: (0..<shared).map { rank in Clause(anyOf: ranked.map { $0[rank] }) })
  }

  private static func union(_ sets: [[Run]]) -> [Run] {
    let union = sets.flatMap(\.self)
    return union.count > mostExact || union.contains(.empty) ? [.empty] : union
  }

  private func repeated(atLeast: Int, atMost: Int?) -> Requirement {
    if atMost == 0 { return .nothing }
    guard let exact else {
      // The first copy begins the match, and the last one ends it.
      return atLeast == 0 ? .anything : self
    }
    var copies = Requirement.nothing
    for _ in 0..<min(atLeast, Self.mostCopies) { copies.append(self) }
    if let atMost, atMost - atLeast <= Self.mostOptionalCopies, atMost <= Self.mostCopies,
      clauses.isEmpty
    {
      let perhaps = Requirement([.empty] + exact)
      for _ in atLeast..<atMost where copies.exact != nil { copies.append(perhaps) }
      if copies.exact != nil { return copies }
    }
    if atLeast == 0 { return .anything }
    return Requirement(
      exact: nil, prefixes: copies.exact ?? copies.prefixes,
      suffixes: copies.exact ?? copies.suffixes, clauses: copies.clauses)
  }
}
