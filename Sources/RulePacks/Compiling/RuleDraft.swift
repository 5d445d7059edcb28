internal import Diagnostics
internal import Guarding
internal import PatternEngine

/// The first half of compiling: everything in which an author's mistake can show.
struct RuleDraft {
  /// By rule number; nil for rules without a pattern, and for patterns with faults.
  private(set) var patterns: [Pattern?]
  /// Whether a rule's literals are looked for, by rule number.
  ///
  /// Stances and exceptions are asked about only where something was found, which is seldom; their
  /// everyday words would be found in every post.
  let isSought: [Bool]
  /// What each pattern requires, by rule number; nil for rules that are not sought by a pattern, and
  /// where no table was asked for.
  let required: [[[Literal]]?]
  /// By rule number.
  let conditions: [RuleGraph.Conditions]
  /// Everything that keeps the library from being compiled.
  private(set) var faults: [Diagnostic]
  /// All literals, where they were asked for.
  let table: Result<LiteralTable, PrefilterError>?
  /// The word lists that something refers to.
  let usedWords: Set<WordKey>

  /// Compiles all patterns, and on request makes the table of literals.
  init(_ library: RuleLibrary, buildsTable: Bool = false) {
    let rules = library.rules
    let graph = RuleGraph(rules)
    conditions = graph.conditions
    faults = graph.faults
    patterns = Array(repeating: nil, count: rules.count)

    var words = WordExpansion(library.packs)
    words.expandLists(of: library.packs)
    let expanded = rules.map { pack, rule in
      rule.pattern.flatMap { words.expand($0, in: pack.name, pack.source) }
    }
    faults += words.faults
    usedWords = words.used
    let sources = expanded.map { $0?.text }
    let isSought = RuleGraph.closure(
      of: rules.indices.filter { rules[$0].rule.category != nil || rules[$0].rule.theme != nil },
      in: conditions, \.positive)
    self.isSought = isSought
    // Building the table takes one core about as long as compiling the patterns takes another.
    let clauses = Self.requirements(
      of: sources.indices.map { buildsTable && isSought[$0] ? sources[$0] : nil })
    required = clauses
    let built = Guarded<Result<LiteralTable, PrefilterError>?>(nil)
    let outcomes = AllCores.map(sources.count + 1) { number -> Result<Pattern, PatternError>? in
      guard number > 0 else {
        if buildsTable {
          let table = Result { () throws(PrefilterError) in try LiteralTable(clauses) }
          built.withLock { $0 = table }
        }
        return nil
      }
      return sources[number - 1].map { source in
        Result { () throws(PatternError) in try Pattern(source) }
      }
    }.dropFirst()
    table = built.withLock { $0 }
    for (number, outcome) in outcomes.enumerated() {
      guard let outcome, let pattern = expanded[number], let text = rules[number].rule.pattern
      else { continue }
      let source = rules[number].pack.source
      switch outcome {
      case .success(let compiled):
        patterns[number] = compiled
        if compiled.mightMatchEmpty {
          faults.append(Self.matchesNothing(rules[number].rule, text, source))
        }
      case .failure(let error):
        faults.append(PatternFault.diagnostic(error, in: pattern, text, source, &words))
      }
    }
    checkBounds(of: library)
  }

  /// What each pattern requires; most of what starting takes.
  private static func requirements(of sources: [String?]) -> [[[Literal]]?] {
    // More lanes would read the words that patterns share more often.
    let lanes = 2
    let length = (sources.count + lanes - 1) / lanes
    return AllCores.map(lanes) { lane in
      var memory = RequirementMemory()
      return sources.dropFirst(lane * length).prefix(length).map { source in
        source.map { RequiredLiterals(of: $0, options: .caseless, memory: &memory).clauses }
      }
    }.flatMap(\.self)
  }

  private static func matchesNothing(
    _ rule: Rule, _ text: PlacedText, _ source: PackSource
  ) -> Diagnostic {
    source.diagnostic(
      PackCode.unusablePattern, "the pattern of `\(rule.id)` can match nothing at all",
      at: text.place, help: "make at least one part of it required")
  }

  private mutating func checkBounds(of library: RuleLibrary) {
    let languages = LanguageTable(library.rules.map(\.rule)).named.count
    guard library.categories.count > 64 || languages > LanguageTable.limit else { return }
    faults.append(
      Diagnostic(
        .error, PackCode.bounds, "more than 64 categories or \(LanguageTable.limit) languages",
        help: "remove those that no rule needs"))
  }
}
