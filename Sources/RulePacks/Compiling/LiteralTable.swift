internal import PatternEngine

/// Every literal that some rule requires, in one prefilter, and what a hit of each tells.
struct LiteralTable: Sendable {
  /// One clause of one rule.
  struct Target: Sendable {
    /// The rule's number.
    var rule: Int32
    /// The clause's bit among the rule's.
    var bit: UInt8
  }

  /// What a hit tells.
  enum Meaning {
    /// These clauses are met.
    case clauses(ArraySlice<Int32>)
    /// A character stands here that case-insensitive patterns take for an ASCII letter.
    case exoticCase
  }

  /// At most this many clauses of a rule are looked at: one bit each.
  static let mostClauses = 8

  let prefilter: LiteralPrefilter
  /// Rules that require nothing and therefore run on every text they may read.
  let alwaysRun: [Int32]
  /// The rules that each clause belongs to; patterns that share words share clauses.
  private let targets: Runs<Target>
  /// The clauses that each literal belongs to.
  private let clauses: Runs<Int32>

  /// How many different clauses there are.
  var clauseCount: Int { targets.count }

  /// Takes each rule's clauses by rule number; nil stands for a rule without a pattern.
  init(_ required: [[[Literal]]?]) throws(PrefilterError) {
    var alwaysRun: [Int32] = []
    var numbers: [ClauseKey: Int] = [:]
    var targets: [[Target]] = []
    for (rule, required) in required.enumerated() {
      guard let required else { continue }
      if required.isEmpty { alwaysRun.append(Int32(rule)) }
      for (place, literals) in required.prefix(Self.mostClauses).enumerated() {
        let number = numbers[ClauseKey(literals: literals), default: targets.count]
        if number == targets.count {
          numbers[ClauseKey(literals: literals)] = number
          targets.append([])
        }
        targets[number].append(Target(rule: Int32(rule), bit: 1 << place))
      }
    }
    var literals: [Literal] = []
    var places: [Literal: Int] = [:]
    var clauses: [[Int32]] = []
    for (key, number) in numbers.sorted(by: { $0.value < $1.value }) {
      for literal in key.literals {
        let place = places[literal, default: literals.count]
        if place == literals.count {
          places[literal] = place
          literals.append(literal)
          clauses.append([])
        }
        clauses[place].append(Int32(number))
      }
    }
    prefilter = try LiteralPrefilter(
      literals + RequiredLiterals.exoticCase.filter { places[$0] == nil })
    self.alwaysRun = alwaysRun
    self.targets = Runs(targets)
    self.clauses = Runs(clauses)
  }

  /// What a hit of a literal tells.
  @inline(__always)
  func meaning(of literal: UInt32) -> Meaning {
    Int(literal) < clauses.count ? .clauses(clauses[Int(literal)]) : .exoticCase
  }

  /// The rules that a clause belongs to.
  @inline(__always)
  func targets(of clause: Int32) -> ArraySlice<Target> {
    targets[Int(clause)]
  }
}

/// A clause as a dictionary's key: equal when all literals are, hashed by a few of them.
private struct ClauseKey: Hashable {
  let literals: [Literal]

  func hash(into hasher: inout Hasher) {
    hasher.combine(literals.count)
    hasher.combine(literals.first)
    hasher.combine(literals.last)
  }
}

/// Short lists, one after the other in one array.
private struct Runs<Element: Sendable>: Sendable {
  private let elements: [Element]
  /// Where each list starts, and one end.
  private let starts: [Int32]

  init(_ lists: [[Element]]) {
    elements = Array(lists.joined())
    starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
  }

  var count: Int { starts.count - 1 }

  @inline(__always)
  subscript(list: Int) -> ArraySlice<Element> {
    elements[Int(starts[list])..<Int(starts[list + 1])]
  }
}
