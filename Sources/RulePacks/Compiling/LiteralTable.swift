internal import PatternEngine

/// Every literal that some rule requires, in one prefilter, and what a hit of each tells.
final class LiteralTable: Sendable {
  let prefilter: LiteralPrefilter
  /// Rules that require nothing and therefore run on every text they may read.
  let alwaysRun: [Int32]
  /// The clauses that each literal belongs to; patterns that share words share clauses.
  private let clausesOfLiterals: Runs
  /// The rules whose most telling clause each clause is.
  private let rulesOfClauses: Runs
  /// All clauses of each rule but the most telling one.
  private let othersOfRules: Runs

  /// How many different clauses there are.
  var clauseCount: Int { rulesOfClauses.count }
  /// How many rules there are, with those that are not looked for.
  var ruleCount: Int { othersOfRules.count }

  /// Takes each rule's clauses by rule number, the most telling first; nil stands for a rule that is
  /// not looked for.
  init(_ required: [[[Literal]]?]) throws(PrefilterError) {
    var alwaysRun: [Int32] = []
    var numbers: [ClauseKey: Int] = [:]
    var rules: [[Int32]] = []
    var others: [[Int32]] = []
    for (rule, required) in required.enumerated() {
      if let required, required.isEmpty { alwaysRun.append(Int32(rule)) }
      var clauses: [Int32] = []
      for literals in required ?? [] {
        let number = numbers[ClauseKey(literals: literals), default: rules.count]
        if number == rules.count {
          numbers[ClauseKey(literals: literals)] = number
          rules.append([])
        }
        clauses.append(Int32(number))
      }
      if let first = clauses.first { rules[Int(first)].append(Int32(rule)) }
      others.append(Array(clauses.dropFirst()))
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
    clausesOfLiterals = Runs(clauses)
    rulesOfClauses = Runs(rules)
    othersOfRules = Runs(others)
  }

  /// Takes what `write` wrote.
  init(_ reader: inout PreparationReader) throws(PreparationError) {
    alwaysRun = try reader.numbers()
    clausesOfLiterals = try Runs(&reader)
    rulesOfClauses = try Runs(&reader)
    othersOfRules = try Runs(&reader)
    prefilter = try LiteralPrefilter(&reader)
  }

  /// Writes the table down.
  func write(to writer: inout PreparationWriter) throws(PrefilterError) {
    writer.append(alwaysRun)
    clausesOfLiterals.write(to: &writer)
    rulesOfClauses.write(to: &writer)
    othersOfRules.write(to: &writer)
    try prefilter.write(to: &writer)
  }

  /// Whether one of some hits is a character that case-insensitive patterns take for an ASCII letter.
  func haveExoticCase(_ hits: Span<LiteralHit>) -> Bool {
    for place in hits.indices where Int(hits[place].literal) >= clausesOfLiterals.count {
      return true
    }
    return false
  }

  /// Calls `found` with each rule of whose every clause a literal is among some hits.
  func forEachRule(
    metBy hits: Span<LiteralHit>, _ met: inout MetClauses, _ found: (Int32) -> Void
  ) {
    for place in hits.indices {
      clausesOfLiterals.forEach(in: Int(hits[place].literal)) { met.insert($0) }
    }
    for place in met.clauses.indices {
      rulesOfClauses.forEach(in: Int(met.clauses[place])) { rule in
        if othersOfRules.allSatisfy(in: Int(rule), { met.isMet[Int($0)] }) { found(rule) }
      }
    }
    met.removeAll()
  }
}

/// The clauses met in a reading.
struct MetClauses {
  fileprivate var isMet: [Bool] = []
  fileprivate var clauses: [Int32] = []

  /// None, without room for any.
  init() {}

  /// None, with room for those of a table.
  init(of table: LiteralTable) {
    isMet = Array(repeating: false, count: table.clauseCount)
  }

  @inline(__always)
  fileprivate mutating func insert(_ clause: Int32) {
    guard !isMet[Int(clause)] else { return }
    isMet[Int(clause)] = true
    clauses.append(clause)
  }

  fileprivate mutating func removeAll() {
    for clause in clauses { isMet[Int(clause)] = false }
    clauses.removeAll(keepingCapacity: true)
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
private struct Runs: Sendable {
  private let elements: [Int32]
  /// Where each list starts, and one end.
  private let starts: [Int32]

  init(_ lists: [[Int32]]) {
    elements = Array(lists.joined())
    starts = lists.reduce(into: [0]) { $0.append($0[$0.count - 1] + Int32($1.count)) }
  }

  init(_ reader: inout PreparationReader) throws(PreparationError) {
    elements = try reader.numbers()
    starts = try reader.numbers()
    guard starts.first == 0, starts.last == Int32(elements.count) else { throw .malformed }
  }

  func write(to writer: inout PreparationWriter) {
    writer.append(elements)
    writer.append(starts)
  }

  var count: Int { starts.count - 1 }

  @inline(__always)
  func forEach(in list: Int, _ body: (Int32) -> Void) {
    let elements = elements.span
    for place in Int(starts[list])..<Int(starts[list + 1]) { body(elements[place]) }
  }

  @inline(__always)
  func allSatisfy(in list: Int, _ isMember: (Int32) -> Bool) -> Bool {
    let elements = elements.span
    for place in Int(starts[list])..<Int(starts[list + 1]) where !isMember(elements[place]) {
      return false
    }
    return true
  }
}
