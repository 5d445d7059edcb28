package import Diagnostics
package import PatternEngine

/// Holds rules against their own examples, with the matcher that scans use, literals left aside.
package struct RuleProof {
  private let library: RuleLibrary
  private let rules: CompiledRules

  /// Compiles a library for proving.
  package init(_ library: RuleLibrary) throws(DiagnosticList) {
    self.init(library, try CompiledRules(proving: library))
  }

  /// Proves a library that is compiled already.
  package init(_ library: RuleLibrary, _ compiled: CompiledRules) {
    self.library = library
    rules = compiled
  }

  /// How many examples there are.
  package var exampleCount: Int {
    rules.rules.reduce(0) { $0 + $1.examples.count }
  }

  /// Everything in which rules and examples differ, in the order of files and lines.
  ///
  /// With `disguised`, each `match` example is also tried in capitals, after an emoji, within a
  /// longer text, and with the disguises that folding undoes; what slips through is a warning. With
  /// `isolated`, an example that does not say which other rules fire says that none does.
  package func faults(
    disguised: Bool = false, isolated: Bool = false
  ) throws(PrefilterError) -> [Diagnostic] {
    Array(try faultsByRule(disguised: disguised, isolated: isolated).joined()).inReadingOrder
  }

  /// The same, one list a rule, in the order of the library.
  package func faultsByRule(
    disguised: Bool = false, isolated: Bool = false
  ) throws(PrefilterError) -> [[Diagnostic]] {
    let disguises = rules.rules.map { rule in
      rule.examples.map { disguised ? Disguise.all(of: $0, for: rule) : [] }
    }
    let texts = zip(rules.rules, disguises).map { rule, disguises in
      rule.examples.map(\.text) + disguises.joined().map(\.text)
    }
    let namesOthers = rules.rules.map { rule in
      isolated || rule.examples.contains { $0.fires != nil }
    }
    let trial = try RuleTrial(rules, texts, byAllRules: namesOthers)
    return library.rules.enumerated().map { number, entry in
      let source = entry.pack.source
      let finds = trial.finds[number]
      var disguised = finds.dropFirst(entry.rule.examples.count)
      var faults: [Diagnostic] = []
      for (content, example) in entry.rule.examples.enumerated() {
        let own = fault(of: verdict(of: number, finds[content]), on: example, entry.rule, source)
        faults += own.map { [$0] } ?? []
        faults += Isolation.faults(
          of: finds[content], on: example, for: entry.rule, source, rules, isStrict: isolated)
        for disguise in disguises[number][content] {
          guard let finds = disguised.popFirst() else { break }
          if case .matched = verdict(of: number, finds) { continue }
          // An example that fails as it stands says nothing in disguise.
          if own == nil { faults.append(evasion(disguise, entry.rule, source)) }
        }
      }
      return faults
    }
  }

  private func evasion(_ disguise: Disguise, _ rule: Rule, _ source: PackSource) -> Diagnostic {
    source.diagnostic(
      PackCode.evadedExample, "`\(rule.id)` misses this example \(disguise.name)",
      on: disguise.example, at: disguise.example.span, severity: .warning,
      help: "let the pattern allow for it")
  }

  /// What the rule says about one text.
  private enum Verdict {
    case matched(Range<Int>?)
    case dropped(by: String)
    case absent
    case undecided(MatchFailure)
  }

  private func verdict(of rule: Int, _ finds: RuleTrial.Finds) -> Verdict {
    let own = finds.hits.filter { $0.rule == rule }
    if let hit = own.first(where: { $0.droppedBy == nil }) { return .matched(hit.span) }
    if let failure = finds.failures[rule] { return .undecided(failure) }
    guard let dropper = own.first?.droppedBy else { return .absent }
    return .dropped(by: rules.rules[dropper].id)
  }

  private func fault(
    of verdict: Verdict, on example: RuleExample, _ rule: Rule, _ source: PackSource
  ) -> Diagnostic? {
    switch (example.expectation, verdict) {
    case (.match, .matched(let span)):
      guard let expected = example.span, let span, span != expected else { return nil }
      let found = String(decoding: Array(example.text.utf8)[span], as: UTF8.self)
      return source.diagnostic(
        PackCode.wrongSpan, "`\(rule.id)` matches «\(found)» here", on: example,
        at: expected, help: "mark what the rule finds, or correct the pattern")
    case (.match, .absent):
      return source.diagnostic(
        PackCode.missedExample, "`\(rule.id)` does not match this example", on: example,
        at: example.span, help: absenceHelp(rule))
    case (.match, .dropped(let dropper)):
      return source.diagnostic(
        PackCode.missedExample, "`\(rule.id)` is dropped here, because `\(dropper)` matches too",
        on: example, at: example.span,
        help: "correct `\(dropper)`, or take it out of `unless`")
    case (.ignore, .matched(let span)):
      return source.diagnostic(
        PackCode.wrongMatch, "`\(rule.id)` matches this example, which it should ignore",
        on: example, at: span, help: "narrow the pattern, or add an `unless`")
    case (_, .undecided(let failure)):
      return source.diagnostic(
        PackCode.undecidedExample, "`\(rule.id)` cannot be decided here: \(failure.inWords)",
        on: example, at: nil, help: "take ambiguity out of the pattern's repetitions")
    case (.ignore, .absent), (.ignore, .dropped):
      return nil
    }
  }

  private func absenceHelp(_ rule: Rule) -> String {
    var needs = rule.all + rule.any
    if let near = rule.near { needs.append(near.rule) }
    guard !needs.isEmpty else { return "correct the pattern or the example" }
    let names = needs.map { "`\($0.text)`" }.joined(separator: ", ")
    return "the example must hold what \(names) finds as well"
  }
}

extension PackSource {
  /// A diagnostic that marks some bytes of an example, or all of it.
  func diagnostic(
    _ code: String, _ message: String, on example: RuleExample, at span: Range<Int>?,
    severity: Diagnostic.Severity = .error, help: String
  ) -> Diagnostic {
    let span = span ?? 0..<example.text.utf8.count
    let start = place(
      ofByte: MarkedText.offset(ofBare: span.lowerBound, in: example), in: example.marked)
    let last = place(
      ofByte: MarkedText.offset(ofBare: max(span.upperBound - 1, span.lowerBound), in: example),
      in: example.marked)
    let length = last.line == start.line ? last.column - start.column + 1 : 1
    return diagnostic(code, message, at: start, length: length, help: help, severity: severity)
  }
}

extension MatchFailure {
  /// The failure in an author's words.
  package var inWords: String {
    switch self {
    case .matchLimit: "the pattern takes too many steps"
    case .depthLimit: "the pattern backtracks too deep"
    case .heapLimit, .jitStackLimit: "the pattern needs too much memory"
    case .malformedSubject(let offset): "the text is cut within a character at byte \(offset)"
    case .engine(let code): "PCRE2 error \(code)"
    }
  }
}
