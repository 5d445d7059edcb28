package import RulePacks
import TimelineModel

/// How a suite was answered, corpus by corpus.
struct SuiteFigures: Sendable {
  var name: String
  var parts: [(corpus: String, counts: Counts)]

  /// Whether no text should be flagged, so that only the share of those that are can be told.
  var isAllNegative: Bool { parts.allSatisfy { $0.counts.positives == 0 } }
}

/// What an evaluation found out.
package struct EvaluationResult: Sendable {
  /// The rules that were run.
  package let rules: CompiledRules
  /// By corpus, in the order given.
  var corpora: [(name: String, figures: TextFigures)] = []
  /// By suite.
  var suites: [SuiteFigures] = []
  /// The counts of each benchmark; nil where its corpus is not at hand.
  var benchmarks: [(benchmark: Benchmark, counts: Counts?)] = []
  /// By category, language, target and functionality.
  var categories: [String: Counts] = [:]
  var languages: [String: TextFigures] = [:]
  var targets: [String: Counts] = [:]
  var functionalities: [String: Counts] = [:]
  /// By rule, in the order of `CompiledRules.rules`.
  package var byRule: [RuleFigures]
  /// By what labels say, how many texts each category was found in; "" counts the texts.
  var confusion: [String: [String: Int]] = [:]
  var falsePositives: [Mistake] = []
  var misses: [Mistake] = []
  var changes: [Change] = []
  /// Texts in languages that no pack reads, which are left out.
  var unsupported = 0

  init(_ rules: CompiledRules) {
    self.rules = rules
    byRule = Array(repeating: RuleFigures(), count: rules.rules.count)
  }
}
