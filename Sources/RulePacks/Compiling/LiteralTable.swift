internal import PatternEngine

/// Every literal that some rule requires, in one prefilter, and what a hit of each tells.
final class LiteralTable: Sendable {
  let prefilter: LiteralPrefilter
  /// Rules that require nothing and therefore run on every text they may read.
  let alwaysRun: [Int32]
  /// The clauses that each literal belongs to; patterns that share words share clauses.
  ///
  /// The last one is of characters that case-insensitive patterns take for ASCII letters.
  private let clausesOfLiterals: Runs<Int32>
  /// The clauses of each rule, the most telling first.
  private let clausesOfRules: Runs<Int32>

  /// What each literal tells of a text: one bit for each rule and each of its clauses.
  ///
  /// First come the bits of all rules' most telling clauses, then those of the second ones, and so on,
  /// and at last one for the characters that all rules have to be tried for.
  let meaning: LiteralMarks
  /// The marks of a text that holds nothing: rules lack nothing of clauses that they do not have.
  let noMarks: [UInt64]
  /// How many marks one clause of every rule takes.
  private let laneCount: Int
  private let exoticPlace: Int

  /// How many rules there are, with those that are not looked for.
  var ruleCount: Int { clausesOfRules.count }

  /// Takes each rule's clauses by rule number, the most telling first; nil stands for a rule that is
  /// not looked for.
  convenience init(_ required: [[[Literal]]?]) throws(PrefilterError) {
    var alwaysRun: [Int32] = []
    var numbers: [ClauseKey: Int] = [:]
    var rules: [[Int32]] = []
    for (rule, required) in required.enumerated() {
      if let required, required.isEmpty { alwaysRun.append(Int32(rule)) }
      rules.append(
        (required ?? []).map { literals in
          let number = numbers[ClauseKey(literals: literals), default: numbers.count]
          numbers[ClauseKey(literals: literals)] = number
          return Int32(number)
        })
    }
    var literals: [Literal] = []
    var places: [Literal: Int] = [:]
    var clauses: [[Int32]] = []
    let exotic = (key: ClauseKey(literals: RequiredLiterals.exoticCase), value: numbers.count)
    for (key, number) in numbers.sorted(by: { $0.value < $1.value }) + [exotic] {
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
    self.init(
      try LiteralPrefilter(literals), alwaysRun, Runs(clauses), Runs(rules),
      clauseCount: numbers.count + 1)
  }

  private init(
    _ prefilter: LiteralPrefilter, _ alwaysRun: [Int32], _ clausesOfLiterals: Runs<Int32>,
    _ clausesOfRules: Runs<Int32>, clauseCount: Int
  ) {
    self.prefilter = prefilter
    self.alwaysRun = alwaysRun
    self.clausesOfLiterals = clausesOfLiterals
    self.clausesOfRules = clausesOfRules
    let rules = (0..<clausesOfRules.count).map { clausesOfRules[$0] }
    laneCount = (rules.count + 63) / 64
    let depth = rules.map(\.count).max() ?? 0
    exoticPlace = depth * laneCount
    var noMarks = Array(repeating: 0 as UInt64, count: exoticPlace + 1)
    var marks: [[LiteralMarks.Mark]] = Array(repeating: [], count: clauseCount)
    for (rule, clauses) in rules.enumerated() {
      let bit: UInt64 = 1 << UInt64(rule % 64)
      for (level, clause) in clauses.enumerated() {
        let place = level * laneCount + rule / 64
        if let last = marks[Int(clause)].indices.last, marks[Int(clause)][last].place == place {
          marks[Int(clause)][last].bits |= bit
        } else {
          marks[Int(clause)].append(LiteralMarks.Mark(place: place, bits: bit))
        }
      }
      for level in max(clauses.count, 1)..<max(depth, 1) {
        noMarks[level * laneCount + rule / 64] |= bit
      }
    }
    marks[clauseCount - 1] = [LiteralMarks.Mark(place: exoticPlace, bits: 1)]
    meaning = LiteralMarks(marks, of: clausesOfLiterals)
    self.noMarks = noMarks
  }

  /// Takes what `write` wrote.
  convenience init(_ reader: inout PreparationReader) throws(PreparationError) {
    let alwaysRun = try reader.numbers(Int32.self)
    let clausesOfLiterals = try Runs(&reader)
    let clausesOfRules = try Runs(&reader)
    let prefilter = try LiteralPrefilter(&reader)
    self.init(
      prefilter, alwaysRun, clausesOfLiterals, clausesOfRules,
      clauseCount: Int(clausesOfLiterals.elements.max() ?? 0) + 1)
  }

  /// Writes the table down.
  func write(to writer: inout PreparationWriter) throws(PrefilterError) {
    writer.append(alwaysRun)
    clausesOfLiterals.write(to: &writer)
    clausesOfRules.write(to: &writer)
    try prefilter.write(to: &writer)
  }

  /// Calls `found` with each rule of whose every clause a literal is in a text with some marks.
  @inline(__always)
  func forEachRule(metBy marks: Span<UInt64>, _ found: (Int32) -> Void) {
    for lane in 0..<laneCount {
      var bits = marks[lane]
      var place = lane + laneCount
      while bits != 0, place < exoticPlace {
        bits &= marks[place]
        place += laneCount
      }
      while bits != 0 {
        found(Int32(64 * lane + bits.trailingZeroBitCount))
        bits &= bits - 1
      }
    }
  }

  /// Whether a text with some marks holds a character that case-insensitive patterns take for an
  /// ASCII letter.
  @inline(__always)
  func haveExoticCase(_ marks: Span<UInt64>) -> Bool { marks[exoticPlace] != 0 }
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
