package import Diagnostics
internal import Foundation
package import PatternEngine
internal import Synchronization

/// Holds rules against their own examples, with the matcher that scans use.
package struct RuleProof {
  private let library: RuleLibrary
  private let rules: CompiledRules

  /// Compiles a library for proving.
  package init(_ library: RuleLibrary) throws(DiagnosticList) {
    self.init(library, try CompiledRules(library))
  }

  /// Proves a library that is compiled already.
  package init(_ library: RuleLibrary, _ compiled: CompiledRules) {
    self.library = library
    rules = compiled.with(.init(strictness: 3, appliesStance: false, reportsEverything: true))
  }

  /// How many examples there are.
  package var exampleCount: Int {
    rules.rules.reduce(0) { $0 + $1.examples.count }
  }

  /// Everything in which rules and examples differ, in the order of files and lines.
  ///
  /// With `disguised`, each `match` example is also tried in capitals, after an emoji, within a
  /// longer text, and with the disguises that folding undoes; what slips through is a warning.
  package func faults(disguised: Bool = false) throws(PrefilterError) -> [Diagnostic] {
    Array(try faultsByRule(disguised: disguised).joined()).inReadingOrder
  }

  /// The same, one list a rule, in the order of the library; the rules are shared among all
  /// processors.
  package func faultsByRule(
    disguised: Bool = false
  ) throws(PrefilterError) -> [[Diagnostic]] {
    let entries = library.rules
    let lanes = max(1, min(ProcessInfo.processInfo.activeProcessorCount, entries.count))
    let found = Mutex([[Diagnostic]](repeating: [], count: entries.count))
    let failure = Mutex<PrefilterError?>(nil)
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      do throws(PrefilterError) {
        var matcher = try RuleMatcher(rules)
        for number in stride(from: lane, to: entries.count, by: lanes) {
          let faults = try self.faults(
            of: number, in: entries[number].pack.source, &matcher, disguised: disguised)
          if !faults.isEmpty { found.withLock { $0[number] = faults } }
        }
      } catch {
        failure.withLock { $0 = error }
      }
    }
    if let failure = failure.withLock({ $0 }) { throw failure }
    return found.withLock { $0 }
  }

  private func faults(
    of number: Int, in source: PackSource, _ matcher: inout RuleMatcher, disguised: Bool
  ) throws(PrefilterError) -> [Diagnostic] {
    let rule = rules.rules[number]
    guard !rule.examples.isEmpty else { return [] }
    var examples = TextBatch()
    for example in rule.examples { examples.append(example.text, for: rule) }
    let disguises = disguised ? rule.examples.map { Disguise.all(of: $0, for: rule) } : []
    for disguise in disguises.joined() { examples.append(disguise.text, for: rule) }
    var results = BatchMatches()
    try matcher.match(examples.batch, examples.folded, into: &results)

    var faults: [Diagnostic] = []
    var next = rule.examples.count
    for (content, example) in rule.examples.enumerated() {
      let verdict = verdict(on: content, of: number, results, &examples)
      let fault = fault(of: verdict, on: example, rule, source)
      if let fault { faults.append(fault) }
      for disguise in disguised ? disguises[content] : [] {
        let verdict = self.verdict(on: next, of: number, results, &examples)
        next += 1
        if case .matched = verdict { continue }
        // An example that fails as it stands says nothing in disguise.
        if fault == nil { faults.append(evasion(disguise, rule, source)) }
      }
    }
    return faults
  }

  private func evasion(_ disguise: Disguise, _ rule: Rule, _ source: PackSource) -> Diagnostic {
    diagnostic(
      PackCode.evadedExample, "`\(rule.id)` misses this example \(disguise.name)",
      on: disguise.example, at: disguise.example.span, source, severity: .warning,
      help: "let the pattern allow for it")
  }

  /// What the rule says about one text.
  private enum Verdict {
    case matched(Range<Int>?)
    case dropped(by: String)
    case absent
    case undecided(MatchFailure)
  }

  private func verdict(
    on content: Int, of rule: Int, _ results: BatchMatches, _ examples: inout TextBatch
  ) -> Verdict {
    let own = results.matches.filter { $0.content == content && $0.rule == rule }
    if let match = own.first(where: { $0.droppedBy == nil }) {
      return .matched(examples.originalSpan(of: match.place))
    }
    if let undecided = results.undecided.first(where: { $0.content == content && $0.rule == rule })
    {
      return .undecided(undecided.failure)
    }
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
      return diagnostic(
        PackCode.wrongSpan, "`\(rule.id)` matches «\(found)» here", on: example, at: expected,
        source, help: "mark what the rule finds, or correct the pattern")
    case (.match, .absent):
      return diagnostic(
        PackCode.missedExample, "`\(rule.id)` does not match this example", on: example,
        at: example.span, source, help: absenceHelp(rule))
    case (.match, .dropped(let dropper)):
      return diagnostic(
        PackCode.missedExample, "`\(rule.id)` is dropped here, because `\(dropper)` matches too",
        on: example, at: example.span, source,
        help: "correct `\(dropper)`, or take it out of `unless`")
    case (.ignore, .matched(let span)):
      return diagnostic(
        PackCode.wrongMatch, "`\(rule.id)` matches this example, which it should ignore",
        on: example, at: span, source, help: "narrow the pattern, or add an `unless`")
    case (_, .undecided(let failure)):
      return diagnostic(
        PackCode.undecidedExample, "`\(rule.id)` cannot be decided here: \(failure.inWords)",
        on: example, at: nil, source, help: "take ambiguity out of the pattern's repetitions")
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

  private func diagnostic(
    _ code: String, _ message: String, on example: RuleExample, at span: Range<Int>?,
    _ source: PackSource, severity: Diagnostic.Severity = .error, help: String
  ) -> Diagnostic {
    let span = span ?? 0..<example.text.utf8.count
    let start = source.place(
      ofByte: MarkedText.offset(ofBare: span.lowerBound, in: example), in: example.marked)
    let last = source.place(
      ofByte: MarkedText.offset(ofBare: max(span.upperBound - 1, span.lowerBound), in: example),
      in: example.marked)
    let length = last.line == start.line ? last.column - start.column + 1 : 1
    return source.diagnostic(
      code, message, at: start, length: length, help: help, severity: severity)
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
