/// What every match of a part of a pattern contains: strings at its ends, and clauses in between.
///
/// The algebra is that of Russ Cox, "Regular Expression Matching with a Trigram Index" (2012), with
/// strings in the place of trigrams.
struct Requirement {
  /// All strings the part can match; `nil` where they are too many to list.
  private(set) var exact: [Run]?
  /// Strings of which one begins every match; the empty run among them says nothing.
  private(set) var prefixes: [Run]
  /// Strings of which one ends every match.
  private(set) var suffixes: [Run]
  /// Of each clause, one string is somewhere in every match.
  private(set) var clauses: [[Run]] = []

  /// The most strings that joining two parts may make, unless one of the two has a single string.
  private static let mostJoined = 64
  /// The longest string that joining makes, in bytes.
  private static let longestJoined = 64
  /// The most strings kept as exact.
  private static let mostExact = 4_096
  /// The most copies of a repeated part that are written out.
  private static let mostCopies = 4
  /// The most clauses carried along.
  private static let mostClauses = 32

  private static let anything = Requirement(exact: nil, prefixes: [.empty], suffixes: [.empty])
  private static let nothing = Requirement([.empty])

  private init(_ strings: [Run]) {
    self.init(exact: strings, prefixes: strings, suffixes: strings)
  }

  private init(exact: [Run]?, prefixes: [Run], suffixes: [Run], clauses: [[Run]] = []) {
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
      self = .any(of: branches.map(Requirement.init))
    case .repetition(let part, let atLeast, let atMost):
      self = Requirement(of: part).repeated(atLeast: atLeast, atMost: atMost)
    case .assertion(let part):
      self = .nothing
      clauses = Requirement(of: part).rankedClauses().map(\.runs)
    }
  }

  /// Everything known, as clauses, the most telling first.
  func rankedClauses() -> [Clause] {
    Clause.ranked((exact.map { [$0] } ?? [prefixes, suffixes]) + clauses)
  }

  private mutating func append(_ next: Requirement) {
    clauses += next.clauses
    if let left = exact, let right = next.exact, let both = Self.joined(left, right) {
      self = Requirement(exact: both, prefixes: both, suffixes: both, clauses: clauses)
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
    clauses += added.filter { !$0.contains(.empty) }
    if clauses.count > Self.mostClauses {
      clauses = Clause.ranked(clauses).prefix(Self.mostClauses / 2).map(\.runs)
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
    let ranked = branches.map { $0.rankedClauses().prefix(Clause.mostChosen) }
    let shared = ranked.map(\.count).min() ?? 0
    let clauses = (0..<shared).map { rank in ranked.flatMap { $0[rank].runs } }
    return Requirement(
      exact: nil, prefixes: union(branches.map { $0.exact ?? $0.prefixes }),
      suffixes: union(branches.map { $0.exact ?? $0.suffixes }), clauses: clauses)
  }

  private static func union(_ sets: [[Run]]) -> [Run] {
    let union = sets.flatMap(\.self)
    return union.count > mostExact || union.contains(.empty) ? [.empty] : union
  }

  private func repeated(atLeast: Int, atMost: Int?) -> Requirement {
    if atMost == 0 { return .nothing }
    guard atLeast > 0 else {
      guard atMost == 1, let exact, clauses.isEmpty else { return .anything }
      return Requirement([.empty] + exact)
    }
    guard exact != nil else {
      // The first copy begins the match, and the last one ends it.
      return self
    }
    var copies = self
    for _ in 1..<min(atLeast, Self.mostCopies) { copies.append(self) }
    if atLeast == atMost && atLeast <= Self.mostCopies { return copies }
    return Requirement(
      exact: nil, prefixes: copies.prefixes, suffixes: copies.suffixes, clauses: copies.clauses)
  }
}
