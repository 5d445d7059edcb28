internal import Diagnostics
internal import Dispatch
internal import PatternEngine
internal import Synchronization

/// The first half of compiling: everything in which an author's mistake can show.
struct RuleDraft {
  /// By rule number; nil for rules without a pattern, and for patterns with faults.
  private(set) var patterns: [Pattern?]
  /// What each pattern requires, by rule number.
  private(set) var required: [[[Literal]]]
  /// By rule number.
  let conditions: [RuleGraph.Conditions]
  /// Everything that keeps the library from being compiled.
  private(set) var faults: [Diagnostic]
  /// The word lists that something refers to.
  let usedWords: Set<WordKey>

  init(_ library: RuleLibrary) {
    let rules = library.rules
    let graph = RuleGraph(rules)
    conditions = graph.conditions
    faults = graph.faults
    patterns = Array(repeating: nil, count: rules.count)
    required = Array(repeating: [], count: rules.count)

    var words = WordExpansion(library.packs)
    words.expandLists(of: library.packs)
    let expanded = rules.map { pack, rule in
      rule.pattern.flatMap { words.expand($0, in: pack.name, pack.source) }
    }
    faults += words.faults
    usedWords = words.used
    for (number, outcome) in Self.compile(expanded).enumerated() {
      guard let outcome, let pattern = expanded[number], let text = rules[number].rule.pattern
      else { continue }
      let source = rules[number].pack.source
      switch outcome {
      case .success(let compiled):
        patterns[number] = compiled.pattern
        required[number] = compiled.required
        if compiled.pattern.mightMatchEmpty {
          faults.append(Self.matchesNothing(rules[number].rule, text, source))
        }
      case .failure(let error):
        faults.append(PatternFault.diagnostic(error, in: pattern, text, source, &words))
      }
    }
    checkBounds(of: library)
  }

  /// A pattern and what it requires.
  private typealias Compiled = (pattern: Pattern, required: [[Literal]])

  /// Compiles on all cores, for this is most of what starting takes.
  private static func compile(
    _ patterns: [ExpandedPattern?]
  ) -> [Result<Compiled, PatternError>?] {
    let outcomes = Mutex<[Result<Compiled, PatternError>?]>(
      Array(repeating: nil, count: patterns.count))
    DispatchQueue.concurrentPerform(iterations: patterns.count) { number in
      guard let source = patterns[number]?.text else { return }
      let outcome = Result { () throws(PatternError) -> Compiled in
        let pattern = try Pattern(source)
        return (pattern, RequiredLiterals(of: pattern).clauses)
      }
      outcomes.withLock { $0[number] = outcome }
    }
    return outcomes.withLock { $0 }
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
