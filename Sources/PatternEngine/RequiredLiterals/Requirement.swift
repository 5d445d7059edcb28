/// What every match of a part of a pattern contains: strings at its ends, and clauses in between.
///
/// The algebra is that of Russ Cox, "Regular Expression Matching with a Trigram Index" (2012), with
/// strings in the place of trigrams.
struct Requirement {
  /// All strings the part can match; `nil` where they are too many to list.
  private(set) var exact: Clause?
  /// Strings of which one begins every match; all of them where they are exact.
  private(set) var prefixes: Clause
  /// Strings of which one ends every match; all of them where they are exact.
  private(set) var suffixes: Clause
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

  private static var nothing: Requirement { Requirement(exact: Clause([.empty])) }

  private static var anything: Requirement {
    Requirement(exact: nil, prefixes: Clause([.empty]), suffixes: Clause([.empty]))
  }

  private init(exact: Clause) {
    self.init(exact: exact, prefixes: exact, suffixes: exact)
  }

  private init(exact: Clause?, prefixes: Clause, suffixes: Clause, clauses: [Clause] = []) {
    self.exact = exact
    self.prefixes = prefixes
    self.suffixes = suffixes
    self.clauses = clauses
  }

  init(of node: SyntaxNode) {
    switch node {
    case .text(let run):
      self.init(exact: Clause([run]))
    case .oneOf(let runs):
      self.init(exact: Clause(runs))
    case .gap:
      self = .anything
    case .sequence(let parts):
      self = .nothing
      for part in parts {
        let next = Requirement(of: part)
        if case .repetition(let part, atLeast: 0, let atMost) = part, next.isAnything {
          append(optional: Requirement(of: part).repeated(atLeast: 1, atMost: atMost))
        } else {
          append(next)
        }
      }
    case .alternation(let branches):
      let texts = branches.compactMap(\.text)
      self =
        texts.count == branches.count && texts.count <= Self.mostExact
        ? Requirement(exact: Clause(texts)) : .any(of: branches.map(Requirement.init))
    case .repetition(let part, let atLeast, let atMost):
      self = Requirement(of: part).repeated(atLeast: atLeast, atMost: atMost)
    case .known(let requirement):
      self = requirement
    case .assertion(let part):
      self = .nothing
      clauses = Requirement(of: part).allClauses
    }
  }

  /// Whether nothing is known, not even that there is some text.
  private var isAnything: Bool {
    exact == nil && prefixes.isEmpty && suffixes.isEmpty && clauses.isEmpty
  }

  /// Everything known, as clauses.
  var allClauses: [Clause] { (exact.map { [$0] } ?? [prefixes, suffixes]) + clauses }

  private mutating func append(_ next: Requirement) {
    clauses += next.clauses
    let joint = Self.joined(suffixes, next.prefixes)
    // Lists too long to be written out side by side still know what kind of character they touch.
    let left = joint ?? suffixes.followed(by: next.prefixes)
    let right = joint ?? next.prefixes.preceded(by: suffixes)
    switch (exact, next.exact) {
    case (nil, nil):
      addClauses(joint.map { [$0] } ?? [left, right])
      suffixes = next.suffixes
    case (nil, .some):
      if joint == nil { addClauses([left]) }
      suffixes = right
    case (.some, nil):
      if joint == nil { addClauses([right]) }
      prefixes = left
      suffixes = next.suffixes
      exact = nil
    case (.some, .some):
      exact = joint
      prefixes = left
      suffixes = right
    }
  }

  /// Appends a part that may be left out: what follows it stands behind it, or behind what it follows.
  private mutating func append(optional part: Requirement) {
    addClauses([suffixes])
    if let exact { prefixes = exact }
    suffixes = Self.union([suffixes, part.suffixes])
    exact = nil
  }

  private mutating func addClauses(_ added: [Clause]) {
    clauses += added.filter(\.isTelling)
    if clauses.count > Self.mostClauses {
      clauses.sort { $0.commonness < $1.commonness }
      clauses.removeLast(clauses.count / 2)
    }
  }

  private static func joined(_ left: Clause, _ right: Clause) -> Clause? {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    let (left, right) = (left.runs, right.runs)
    guard left.count * right.count <= max(mostJoined, left.count, right.count) else { return nil }
    let longest = { (runs: [Run]) in runs.reduce(0) { max($0, $1.bytes.count) } }
    guard longest(left) + longest(right) <= longestJoined else { return nil }
    return Clause(left.flatMap { left in right.map(left.appending) })
  }

  private static func any(of branches: [Requirement]) -> Requirement {
    let exact = branches.compactMap(\.exact)
    if exact.count == branches.count, exact.reduce(0, { $0 + $1.runs.count }) <= mostExact {
      return Requirement(exact: Clause(anyOf: exact))
    }
    return Requirement(
      exact: nil, prefixes: union(branches.map(\.prefixes)),
      suffixes: union(branches.map(\.suffixes)),
      clauses: Clause.shared(by: branches.map(\.allClauses)))
  }

  private static func union(_ clauses: [Clause]) -> Clause {
    let count = clauses.reduce(0) { $0 + $1.runs.count }
    let isUseless = count > mostExact || clauses.contains { $0.isEmpty || $0.isOfAnything }
    return isUseless ? Clause([.empty]) : Clause(anyOf: clauses)
  }

  private func repeated(atLeast: Int, atMost: Int?) -> Requirement {
    // PCRE2 refuses bounds in the wrong order; the analysis must only not trap on them.
    if let atMost, atMost < atLeast { return .anything }
    if atMost == 0 { return .nothing }
    guard let exact else {
      // The first copy begins the match, and the last one ends it.
      return atLeast == 0 ? .anything : self
    }
    var copies = Requirement.nothing
    for _ in 0..<min(atLeast, Self.mostCopies) { copies.append(self) }
    if let atMost, atMost - atLeast <= Self.mostOptionalCopies, atMost <= Self.mostCopies,
      clauses.isEmpty, atMost == 1 || !exact.runs.allSatisfy(\.isCodes)
    {
      let perhaps = Requirement(exact: Clause([.empty] + exact.runs))
      for _ in atLeast..<atMost where copies.exact != nil { copies.append(perhaps) }
      if copies.exact != nil { return copies }
    }
    if atLeast == 0 { return .anything }
    copies.exact = nil
    return copies
  }
}
