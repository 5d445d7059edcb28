internal import PatternEngine
internal import TimelineModel

/// A rule that may match a reading of a field, because all that it requires is there.
struct Candidate: Sendable {
  /// The rule's number.
  var rule: Int32
  /// The field's index in the batch.
  var field: Int32
  /// The reading's index in `FoldedFields.readings`, or −1 for the text as written.
  var reading: Int32
  /// The next candidate of the same rule in the same content, or −1.
  var next: Int32 = -1
  /// What is known of the pattern's first match there.
  var state: State = .untried
  /// The first match, in bytes from the reading's start.
  var span: ByteRange = .absent

  enum State: UInt8 {
    case untried, absent, matched, failed
  }

  /// Whether this is a rule's candidate in the same reading as another candidate.
  func isOf(_ rule: Int, at other: Candidate) -> Bool {
    self.rule == Int32(rule) && field == other.field && reading == other.reading
  }
}

/// Turns one scan of each arena into candidates; allocates nothing once its arrays have grown.
struct CandidateFinder: ~Copyable {
  private let rules: CompiledRules
  private let patternRules: [Int32]
  private let isScoring: [Bool]
  private var scratch: PrefilterScratch
  private var plainHits: [LiteralHit] = []
  private var foldedHits: [LiteralHit] = []
  /// The clauses met in the current reading, by rule.
  private var met: [UInt8]
  /// Whether a clause is met in the current reading, by clause.
  private var isMet: [Bool]
  private var metClauses: [Int32] = []

  /// The candidates, by field.
  var candidates: [Candidate] = []
  /// Where each field's candidates start, and one end.
  private(set) var starts: [Int] = []
  /// The candidates of scoring rules, one rule after the other, each by field.
  private(set) var byRule: [Int32] = []
  /// Whether some scoring rule's pattern matched in a content, by content; the matcher says so.
  var isLive: [Bool] = []
  /// Where each rule's part of `byRule` ends.
  private var ends: [Int] = []

  init(_ rules: CompiledRules) throws(PrefilterError) {
    self.rules = rules
    patternRules = rules.plans.indices.filter { rules.plans[$0].pattern != nil }.map { Int32($0) }
    scratch = try PrefilterScratch(for: rules.literals.prefilter)
    isScoring = rules.plans.map(\.scores)
    met = Array(repeating: 0, count: rules.plans.count)
    isMet = Array(repeating: false, count: rules.literals.clauseCount)
  }

  /// Finds the candidates of a batch.
  mutating func find(in batch: PostBatch, _ folded: FoldedFields) throws(PrefilterError) {
    candidates.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    isLive.removeAll(keepingCapacity: true)
    isLive.append(contentsOf: repeatElement(false, count: batch.contents.count))
    plainHits.removeAll(keepingCapacity: true)
    foldedHits.removeAll(keepingCapacity: true)
    if rules.options.usesPrefilter {
      try scratch.scan(batch.text.span, into: &plainHits)
      try scratch.scan(folded.text.span, into: &foldedHits)
    }
    var plainHit = 0
    var foldedHit = 0
    var reading = 0
    for (index, field) in batch.fields.enumerated() {
      starts.append(candidates.count)
      var end = reading
      var isReplaced = false
      while end < folded.readings.count, folded.readings[end].field == index {
        isReplaced = isReplaced || folded.readings[end].replacesPlain
        end += 1
      }
      var view = View(field: index, content: batch.contents[Int(field.content)].language, of: field)
      view.isFolded = !isReplaced
      collect(plainHits, from: &plainHit, upTo: field.range.end, view)
      while reading < end {
        view.reading = reading
        view.isPlain = false
        view.isFolded = true
        collect(foldedHits, from: &foldedHit, upTo: folded.readings[reading].range.end, view)
        reading += 1
      }
    }
    starts.append(candidates.count)
  }

  /// Groups the candidates of scoring rules, by counting.
  mutating func groupByRule() {
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: rules.plans.count + 1))
    for candidate in candidates where isScoring[Int(candidate.rule)] {
      ends[Int(candidate.rule) + 1] += 1
    }
    for rule in 1..<ends.count { ends[rule] += ends[rule - 1] }
    byRule.removeAll(keepingCapacity: true)
    byRule.append(contentsOf: repeatElement(0, count: ends[ends.count - 1]))
    for (index, candidate) in candidates.enumerated() where isScoring[Int(candidate.rule)] {
      byRule[ends[Int(candidate.rule)]] = Int32(index)
      ends[Int(candidate.rule)] += 1
    }
  }

  /// One reading of one field, and who may look at it.
  private struct View {
    let field: Int
    let kind: FieldSet
    let language: LanguageCode
    var reading = -1
    var isPlain = true
    var isFolded = true

    init(field: Int, content language: LanguageCode, of batchField: BatchField) {
      self.field = field
      self.language = language
      kind = FieldSet(batchField.kind)
    }
  }

  private mutating func collect(
    _ hits: [LiteralHit], from hit: inout Int, upTo end: UInt32, _ view: View
  ) {
    var runsAll = !rules.options.usesPrefilter
    let isHit = hit < hits.count && hits[hit].end <= end
    guard runsAll || isHit || !rules.literals.alwaysRun.isEmpty else { return }
    let languages = rules.languages.bits(of: view.language)
    while hit < hits.count, hits[hit].end <= end {
      switch rules.literals.meaning(of: hits[hit].literal) {
      case .exoticCase: runsAll = true
      case .clauses(let clauses):
        for clause in clauses where !isMet[Int(clause)] { meet(clause, view, languages) }
      }
      hit += 1
    }
    if runsAll {
      for rule in patternRules where !isAdmitted(rule) { admit(rule, view, languages) }
    } else {
      for rule in rules.literals.alwaysRun { admit(rule, view, languages) }
    }
    forgetClauses()
  }

  private mutating func meet(_ clause: Int32, _ view: View, _ languages: UInt64) {
    isMet[Int(clause)] = true
    metClauses.append(clause)
    for target in rules.literals.targets(of: clause) {
      let rule = Int(target.rule)
      met[rule] |= target.bit
      if met[rule] == rules.gates[rule].clauses { admit(target.rule, view, languages) }
    }
  }

  private mutating func forgetClauses() {
    for clause in metClauses {
      isMet[Int(clause)] = false
      for target in rules.literals.targets(of: clause) { met[Int(target.rule)] = 0 }
    }
    metClauses.removeAll(keepingCapacity: true)
  }

  private func isAdmitted(_ rule: Int32) -> Bool {
    let clauses = rules.gates[Int(rule)].clauses
    return clauses != 0 && met[Int(rule)] == clauses
  }

  private mutating func admit(_ rule: Int32, _ view: View, _ languages: UInt64) {
    let gate = rules.gates[Int(rule)]
    guard gate.fields.contains(view.kind), gate.languages & languages != 0,
      (view.isPlain && gate.readsPlain) || (view.isFolded && gate.readsFolded)
    else { return }
    candidates.append(
      Candidate(rule: rule, field: Int32(view.field), reading: Int32(view.reading)))
  }
}
