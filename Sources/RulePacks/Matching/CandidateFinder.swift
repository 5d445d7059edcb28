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
  /// The rules that are tried on every text they may read.
  private let everywhere: [Int32]
  private var scratch: PrefilterScratch
  private var seen = SeenWords()
  /// The words of the batch's texts, and of their folded readings, where they are looked for.
  private(set) var plainWords = TextWords()
  private(set) var foldedWords = TextWords()
  private var plainSearch = WordSearch()
  private var foldedSearch = WordSearch()
  private let gates: [RuleGate]
  private let literals: LiteralTable
  /// The marks of the reading at hand.
  private var marks: [UInt64]

  /// Where nothing is looked for by its literals, the only rules that are tried; nil for all.
  var tried: [Int32]?

  /// The candidates, by field.
  var candidates: [Candidate] = []
  /// Where each field's candidates start, and one end.
  private(set) var starts: [Int] = []
  /// Where each field's folded readings start, and one end.
  private var firstReadings: [Int] = []
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
    everywhere = rules.literals.alwaysRun + (rules.options.reportsEverything ? rules.unsought : [])
    gates = rules.gates
    literals = rules.literals
    marks = literals.noMarks
  }

  /// Whether there is no room for what is found out about further words.
  var hasSeenMostWords: Bool { seen.isFull }

  /// Forgets what was found out about words; their numbers go to others.
  mutating func forgetWords() {
    seen.forget()
    scratch.forgetWords()
  }

  /// Finds the candidates of a batch.
  mutating func find(in batch: PostBatch, _ folded: FoldedFields) throws(PrefilterError) {
    candidates.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    firstReadings.removeAll(keepingCapacity: true)
    isLive.removeAll(keepingCapacity: true)
    isLive.append(contentsOf: repeatElement(false, count: batch.contents.count))
    if rules.options.usesPrefilter {
      plainWords.split(batch.text.span, &seen)
      foldedWords.split(folded.text.span, &seen)
      try scratch.begin(&plainSearch, in: batch.text.span, plainWords, literals.meaning)
      try scratch.begin(&foldedSearch, in: folded.text.span, foldedWords, literals.meaning)
    }
    var reading = 0
    for (index, field) in batch.fields.enumerated() {
      starts.append(candidates.count)
      firstReadings.append(reading)
      while reading < folded.readings.count, folded.readings[reading].field == index {
        reading += 1
      }
      forEachView(of: index, batch, folded, firstReadings[index]..<reading) { finder, view in
        if view.reading < 0 {
          finder.collect(batch.text.span, field.range.indices, view)
        } else {
          finder.collect(folded.text.span, folded.readings[view.reading].range.indices, view)
        }
      }
    }
    starts.append(candidates.count)
    firstReadings.append(reading)
  }

  /// Makes every reading of a content that a rule may look at a candidate, behind all the others, and
  /// returns them: for rules that are not looked for.
  mutating func demand(
    _ rule: Int, in content: Int, _ batch: PostBatch, _ folded: FoldedFields
  ) -> Range<Int> {
    let first = candidates.count
    for field in batch.contents[content].fields {
      let readings = firstReadings[field]..<firstReadings[field + 1]
      forEachView(of: field, batch, folded, readings) { finder, view in
        finder.admit(Int32(rule), view, finder.rules.languages.bits(of: view.language))
      }
    }
    return first..<candidates.count
  }

  /// Forgets what `demand` added.
  mutating func forgetDemanded() {
    candidates.removeLast(candidates.count - starts[starts.count - 1])
  }

  /// Calls `look` with the text of a field as written, then with each of its folded readings.
  private mutating func forEachView(
    of field: Int, _ batch: PostBatch, _ folded: FoldedFields, _ readings: Range<Int>,
    _ look: (inout CandidateFinder, View) -> Void
  ) {
    let language = batch.contents[Int(batch.fields[field].content)].language
    var view = View(field: field, content: language, of: batch.fields[field])
    view.isFolded = !readings.contains { folded.readings[$0].replacesPlain }
    look(&self, view)
    view.isPlain = false
    view.isFolded = true
    for reading in readings {
      view.reading = reading
      look(&self, view)
    }
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

  /// Admits the rules whose literals are in a text; the texts of an arena come in their order.
  private mutating func collect(_ text: Span<UInt8>, _ range: Range<Int>, _ view: View) {
    let usesPrefilter = rules.options.usesPrefilter
    let isTelling = usesPrefilter && mark(text, range, view)
    let runsAll = !usesPrefilter || (isTelling && literals.haveExoticCase(marks.span))
    guard runsAll || isTelling || !everywhere.isEmpty else { return }
    let languages = rules.languages.bits(of: view.language)
    for rule in runsAll ? tried ?? patternRules : everywhere { admit(rule, view, languages) }
    guard !runsAll else { return }
    let (literals, marks) = (literals, marks)
    literals.forEachRule(metBy: marks.span) { admit($0, view, languages) }
  }

  /// Sets the marks of a text; returns whether it holds any literal.
  private mutating func mark(_ text: Span<UInt8>, _ range: Range<Int>, _ view: View) -> Bool {
    for place in marks.indices { marks[place] = literals.noMarks[place] }
    return view.reading < 0
      ? scratch.mark(range, of: text, plainWords, &plainSearch, literals.meaning, in: &marks)
      : scratch.mark(range, of: text, foldedWords, &foldedSearch, literals.meaning, in: &marks)
  }

  private mutating func admit(_ rule: Int32, _ view: View, _ languages: UInt64) {
    let gate = gates[Int(rule)]
    guard gate.isWanted, gate.fields.contains(view.kind), gate.languages & languages != 0,
      (view.isPlain && gate.readsPlain) || (view.isFolded && gate.readsFolded)
    else { return }
    candidates.append(
      Candidate(rule: rule, field: Int32(view.field), reading: Int32(view.reading)))
  }
}
