internal import Diagnostics
internal import PatternEngine

/// The first half of compiling: everything in which an author's mistake can show.
struct RuleDraft {
  /// By rule number; nil for rules without a pattern, and for patterns with faults.
  private(set) var patterns: [Pattern?] = []
  /// What each pattern requires, by rule number.
  private(set) var required: [[[Literal]]] = []
  /// By rule number.
  let conditions: [RuleGraph.Conditions]
  var faults: [Diagnostic] = []
  /// The word lists that something refers to.
  let usedWords: Set<WordKey>

  init(_ library: RuleLibrary) {
    let rules = library.rules
    let graph = RuleGraph(rules)
    conditions = graph.conditions
    var words = WordExpansion(library.packs)
    words.expandLists(of: library.packs)
    for (pack, rule) in rules {
      var compiled: Pattern?
      if let text = rule.pattern, let expanded = words.expand(text, in: pack.name, pack.source) {
        compiled = Self.compile(expanded, of: rule, text, pack.source, &words, &faults)
      }
      patterns.append(compiled)
      required.append(
        compiled.map { RequiredLiterals(of: $0).clauses } ?? [])
    }
    usedWords = words.used
    faults += graph.faults + words.faults
    if library.categories.count > 64 || LanguageTable(rules.map(\.rule)).named.count > 63 {
      faults.append(
        Diagnostic(
          .error, PackCode.bounds, "more than 64 categories or 63 languages",
          help: "remove those that no rule needs"))
    }
  }

  private static func compile(
    _ expanded: ExpandedPattern, of rule: Rule, _ text: PlacedText, _ source: PackSource,
    _ words: inout WordExpansion, _ faults: inout [Diagnostic]
  ) -> Pattern? {
    do throws(PatternError) {
      let pattern = try Pattern(expanded.text)
      if pattern.mightMatchEmpty {
        faults.append(
          source.diagnostic(
            PackCode.unusablePattern, "the pattern of `\(rule.id)` can match nothing at all",
            at: text.place, help: "make at least one part of it required"))
      }
      return pattern
    } catch {
      faults.append(PatternFault.diagnostic(error, in: expanded, text, source, &words))
      return nil
    }
  }
}
