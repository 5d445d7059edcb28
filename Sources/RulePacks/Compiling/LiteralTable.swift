internal import PatternEngine

/// Every literal that some rule requires, in one prefilter, and what a hit of each tells.
struct LiteralTable: Sendable {
  /// One clause of one rule.
  struct Target: Sendable {
    /// The rule's number.
    var rule: Int32
    /// The clause's bit.
    var clause: UInt8
  }

  /// What a hit tells.
  enum Meaning {
    /// These clauses are met.
    case clauses(ArraySlice<Target>)
    /// A character stands here that case-insensitive patterns take for an ASCII letter.
    case exoticCase
  }

  /// At most this many clauses of a rule are looked at: one bit each.
  static let mostClauses = 8

  let prefilter: LiteralPrefilter
  /// Rules that require nothing and therefore run on every text they may read.
  let alwaysRun: [Int32]
  private let targets: [Target]
  /// Where each literal's targets start, and one end.
  private let starts: [Int32]
  private let firstExotic: Int

  /// Takes each rule's clauses by rule number; nil stands for a rule without a pattern.
  init(_ clauses: [[[Literal]]?]) throws(PrefilterError) {
    var byLiteral: [Literal: [Target]] = [:]
    var alwaysRun: [Int32] = []
    for (rule, clauses) in clauses.enumerated() {
      guard let clauses else { continue }
      if clauses.isEmpty { alwaysRun.append(Int32(rule)) }
      for (clause, literals) in clauses.prefix(Self.mostClauses).enumerated() {
        for literal in Set(literals) {
          byLiteral[literal, default: []].append(Target(rule: Int32(rule), clause: 1 << clause))
        }
      }
    }
    let literals = byLiteral.keys.sorted()
    var starts: [Int32] = [0]
    var targets: [Target] = []
    for literal in literals {
      targets += byLiteral[literal] ?? []
      starts.append(Int32(targets.count))
    }
    let exotic = RequiredLiterals.exoticCase.filter { byLiteral[$0] == nil }
    prefilter = try LiteralPrefilter(literals + exotic)
    self.alwaysRun = alwaysRun
    self.targets = targets
    self.starts = starts
    firstExotic = literals.count
  }

  /// What a hit of a literal tells.
  @inline(__always)
  func meaning(of literal: UInt32) -> Meaning {
    let literal = Int(literal)
    if literal >= firstExotic { return .exoticCase }
    return .clauses(targets[Int(starts[literal])..<Int(starts[literal + 1])])
  }
}
