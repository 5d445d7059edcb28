package import PatternEngine
package import TimelineModel

/// Finds out what every rule has to say about one text, and why.
package struct RuleInquiry: ~Copyable {
  /// What stood in a rule's way.
  package enum Obstacle: Sendable {
    /// The text's language is none of the rule's.
    case language
    /// The rule does not read fields of this kind.
    case field
    /// Some of the literals that every match holds are not in the text: one list a clause.
    case literals(missing: [[String]])
    /// The pattern fails; nil where not even its beginning is in the text.
    case pattern(PatternProgress?)
    /// None of the labels is set.
    case label
    /// These rules of `all` do not match.
    case all([Int])
    /// None of these rules of `any` matches.
    case any([Int])
    /// The rule of `near` does not match, or only so many words away.
    case near(Int, words: Int, distance: Int?)
    /// This rule of `unless` matches.
    case unless(Int)
    /// The pattern could not be decided.
    case undecided(MatchFailure)
  }

  /// What one rule says.
  package struct Standing: Sendable {
    /// The rule's place in `CompiledRules.rules`.
    package var rule: Int
    /// Where the pattern matches, conditions left aside: the reading and its bytes.
    package var match: (reading: Int, span: Range<Int>)?
    /// The bytes of the text that this match came from.
    package var span: Range<Int>?
    /// What kept the rule from matching; nothing where it matches.
    package var obstacles: [Obstacle] = []

    /// Whether the rule matches, conditions included.
    package var holds: Bool { obstacles.isEmpty }
  }

  /// The text's readings: as written, then the folded ones.
  package let readings: [String]
  private let rules: CompiledRules
  private let library: RuleLibrary
  private let language: LanguageCode
  private let kind: FieldKind
  private var batch: TextBatch
  private var workspace = MatchWorkspace()
  private let words: WordExpansion
  private let results: BatchMatches
  /// The rules that match, or whose required literals are all there.
  package let concerned: [Int]
  /// The rules that match, conditions included.
  package let holding: Set<Int>

  /// Asks all rules about a text, those that only log among them.
  package init(
    _ library: RuleLibrary, _ compiled: CompiledRules, about text: String,
    language: LanguageCode, in kind: FieldKind = .text
  ) throws(PrefilterError) {
    let rules = compiled.with(
      .init(strictness: 3, appliesStance: false, reportsEverything: true))
    var matcher = try RuleMatcher(rules)
    var batch = TextBatch()
    var results = BatchMatches()
    batch.append(text, language: language, as: kind)
    try matcher.match(batch.batch, batch.folded, into: &results)
    var finder = try CandidateFinder(rules)
    try finder.find(in: batch.batch, batch.folded)

    self.library = library
    self.rules = rules
    self.language = language
    self.kind = kind
    self.results = results
    words = WordExpansion(library.packs)
    readings = [text] + batch.readings(ofField: 0)
    holding = Set(results.matches.filter { $0.droppedBy == nil }.map(\.rule))
    // Rules whose literals are not looked for are candidates everywhere.
    let sought = finder.candidates.lazy.map(\.rule).filter { !rules.unsought.contains($0) }
    concerned = Set(sought.map { Int($0) }).union(holding)
      .union(results.matches.map(\.rule)).sorted()
    self.batch = batch
  }

  /// What one rule says.
  package mutating func standing(of rule: Int) throws(PrefilterError) -> Standing {
    var standing = Standing(rule: rule)
    let matches = results.matches.filter { $0.rule == rule }
    if let match = matches.first(where: { $0.droppedBy == nil }) ?? matches.first {
      standing.match = place(of: match)
      standing.span = batch.originalSpan(of: match.place)
      if let dropper = match.droppedBy { standing.obstacles = [.unless(dropper)] }
      return standing
    }
    if let undecided = results.undecided.first(where: { $0.rule == rule }) {
      standing.obstacles = [.undecided(undecided.failure)]
      return standing
    }
    standing.obstacles = gateObstacles(rule)
    guard let pattern = rules.plans[rule].pattern else {
      let isLabelRule = !rules.plans[rule].labels.isEmpty
      if isLabelRule { standing.obstacles.append(.label) }
      standing.obstacles += conditionObstacles(rule, match: nil)
      return standing
    }
    let read = readable(by: rule)
    for reading in read where standing.match == nil {
      if let span = try? workspace.firstMatch(of: pattern, in: readings[reading].utf8Span) {
        standing.match = (reading, span)
        standing.span = batch.originalSpan(
          of: .field(0, reading: reading == 0 ? nil : reading - 1, span: span))
      }
    }
    if standing.match == nil {
      let missing = try missingLiterals(pattern, read)
      if !missing.isEmpty { standing.obstacles.append(.literals(missing: missing)) }
      standing.obstacles.append(.pattern(progress(of: rule, read)))
    }
    standing.obstacles += conditionObstacles(rule, match: standing.match)
    return standing
  }

  private func place(of match: RuleMatch) -> (reading: Int, span: Range<Int>)? {
    guard case .field(_, let reading, let span) = match.place else { return nil }
    return ((reading ?? -1) + 1, span)
  }

  private func gateObstacles(_ rule: Int) -> [Obstacle] {
    let gate = rules.gates[rule]
    var obstacles: [Obstacle] = []
    if gate.languages & rules.languages.bits(of: language) == 0 { obstacles.append(.language) }
    if rules.plans[rule].pattern != nil, !gate.fields.contains(FieldSet(kind)) {
      obstacles.append(.field)
    }
    return obstacles
  }

  /// The readings that a rule looks at: the folded ones stand for the text as written.
  private func readable(by rule: Int) -> [Int] {
    let gate = rules.gates[rule]
    let folded = readings.count > 1 ? Array(1..<readings.count) : [0]
    return (gate.readsPlain ? [0] : []) + (gate.readsFolded ? folded : [])
  }

  private func missingLiterals(
    _ pattern: Pattern, _ read: [Int]
  ) throws(PrefilterError) -> [[String]] {
    var missing: [[String]] = []
    for clause in RequiredLiterals(of: pattern).clauses {
      let prefilter = try LiteralPrefilter(clause)
      var scratch = try PrefilterScratch(for: prefilter)
      var hits: [LiteralHit] = []
      for reading in read {
        let bytes = Array(readings[reading].utf8)
        try scratch.scan(bytes.span, into: &hits)
      }
      if hits.isEmpty { missing.append(Self.plainFirst(clause.map(\.description))) }
    }
    return missing
  }

  /// Words as people write them before those that only the disguised do.
  private static func plainFirst(_ literals: [String]) -> [String] {
    func isPlain(_ literal: String) -> Bool {
      literal.dropFirst().dropLast().allSatisfy { $0.isLetter || $0 == " " }
    }
    return literals.filter(isPlain) + literals.filter { !isPlain($0) }
  }

  private mutating func progress(of rule: Int, _ read: [Int]) -> PatternProgress? {
    guard let source = rules.rules[rule].pattern else { return nil }
    let pack = library.rules[rule].pack
    var words = self.words
    var finder = ProgressFinder(source.text, readings: read.map { readings[$0] }) { beginning in
      let text = PlacedText(beginning, at: source.place)
      return words.expand(text, in: pack.name, pack.source).flatMap { try? Pattern($0.text) }
    }
    return finder.find().map { progress in
      var progress = progress
      progress.reading = read[progress.reading]
      return progress
    }
  }

  /// The fewest words between matches of two rules in one reading.
  private mutating func distance(of other: Int, from rule: Int, inReading reading: Int) -> Int? {
    let distance = WordDistance(readings[reading])
    let others = spans(of: other, inReading: reading)
    return spans(of: rule, inReading: reading).flatMap { span in
      others.map { distance.words(between: span, and: $0) }
    }.min()
  }

  private mutating func spans(of rule: Int, inReading reading: Int) -> [Range<Int>] {
    guard let pattern = rules.plans[rule].pattern else { return [] }
    let text = readings[reading]
    var spans: [Range<Int>] = []
    var start = 0
    while start < text.utf8.count,
      let span = try? workspace.firstMatch(
        of: pattern, in: text.utf8Span, within: 0..<text.utf8.count, from: start)
    {
      spans.append(span)
      start = max(span.upperBound, start + 1)
      while start < text.utf8.count, text.utf8.startsInsideCharacter(at: start) { start += 1 }
    }
    return spans
  }

  private mutating func conditionObstacles(
    _ rule: Int, match: (reading: Int, span: Range<Int>)?
  ) -> [Obstacle] {
    let conditions = rules.plans[rule].conditions
    var obstacles: [Obstacle] = []
    let holding = self.holding
    let absent = conditions.all.filter { !holding.contains($0) }
    if !absent.isEmpty { obstacles.append(.all(absent)) }
    if !conditions.any.isEmpty, holding.isDisjoint(with: conditions.any) {
      obstacles.append(.any(conditions.any))
    }
    if let near = conditions.near, let match {
      let distance = distance(of: near.rule, from: rule, inReading: match.reading)
      if distance == nil || distance.map({ $0 > near.words }) == true {
        obstacles.append(.near(near.rule, words: near.words, distance: distance))
      }
    }
    if let dropper = conditions.unless.first(where: holding.contains) {
      obstacles.append(.unless(dropper))
    }
    return obstacles
  }
}

extension String.UTF8View {
  /// Whether the byte at an offset goes on a character that began before it.
  fileprivate func startsInsideCharacter(at offset: Int) -> Bool {
    self[index(startIndex, offsetBy: offset)] & 0xC0 == 0x80
  }
}
