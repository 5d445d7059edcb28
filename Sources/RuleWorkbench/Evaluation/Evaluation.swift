import Diagnostics
import PatternEngine
package import RulePacks
import TimelineModel

/// Measures rules on labelled corpora.
package struct Evaluation: Sendable {
  /// The rules, with the options that scans use.
  package var rules: CompiledRules
  /// Other rules to compare with, text by text.
  package var baseline: CompiledRules?
  /// Figures of others to set beside.
  package var benchmarks: [Benchmark] = []
  /// How many mistakes of each kind are kept a corpus.
  package var mistakes = 5

  /// Makes an evaluation.
  package init(_ rules: CompiledRules) {
    self.rules = rules
  }

  /// Reads, screens and counts one corpus after the other; holds one of them at a time.
  package func run(
    _ folder: CorpusFolder, progress: (String) -> Void = { _ in }
  ) throws -> EvaluationResult {
    var result = EvaluationResult(rules)
    var suites: [String: [(String, Counts)]] = [:]
    var measured: [Int: Counts] = [:]
    for file in folder.files {
      progress(file.name)
      let asked = Asked(of: file.name, folder.suites, benchmarks)
      let texts = supported(try file.read(for: asked.questions), &result)
      let screened = try screen(texts, rules)
      var counts = [Counts](repeating: Counts(), count: asked.questions.count)
      var figures = TextFigures()
      for (text, found) in zip(texts, screened) {
        let categories = found.categories(rules)
        figures.add(text, found, categories)
        for (number, question) in asked.questions.enumerated() {
          counts[number].add(text.answers[number], said: question.counted.isYes(categories))
        }
        result.add(text, found, categories)
      }
      result.corpora.append((file.name, figures))
      result.addMistakes(zip(texts, screened), of: file.name, atMost: mistakes)
      if let baseline {
        let before = try screen(texts, baseline)
        for (text, (old, new)) in zip(texts, zip(before, screened)) {
          let change = Change(
            text, of: file.name, before: old, baseline, after: new, rules)
          if let change { result.changes.append(change) }
        }
      }
      for (counts, source) in zip(counts, asked.sources) {
        switch source {
        case .suite(let name): suites[name, default: []].append((file.name, counts))
        case .benchmark(let number): measured[number] = counts
        }
      }
    }
    result.suites = suites.sorted { $0.key < $1.key }.map { name, parts in
      SuiteFigures(name: name, parts: parts.map { (corpus: $0.0, counts: $0.1) })
    }
    result.benchmarks = benchmarks.enumerated().map { ($1, measured[$0]) }
    return result
  }

  /// What is asked of one corpus, and who asks.
  private struct Asked {
    enum Source {
      case suite(String)
      case benchmark(Int)
    }

    var questions: [Question] = []
    var sources: [Source] = []

    init(of corpus: String, _ suites: [Suite], _ benchmarks: [Benchmark]) {
      for suite in suites {
        for question in suite.questions where question.corpus == corpus {
          questions.append(question)
          sources.append(.suite(suite.name))
        }
      }
      for (number, benchmark) in benchmarks.enumerated() where benchmark.question.corpus == corpus {
        questions.append(benchmark.question)
        sources.append(.benchmark(number))
      }
    }
  }

  private func supported(
    _ texts: [LabelledText], _ result: inout EvaluationResult
  ) -> [LabelledText] {
    let languages = rules.supportedLanguages
    let supported = texts.filter {
      languages.isEmpty || $0.language == .unknown || languages.contains($0.language)
    }
    result.unsupported += texts.count - supported.count
    return supported
  }

  private func screen(
    _ texts: [LabelledText], _ rules: CompiledRules
  ) throws(PrefilterError) -> [ScreenedText] {
    try TextScreen(rules).screen(
      texts.map { .init($0.text, language: $0.language, wantsSpan: $0.span != nil) })
  }
}

extension EvaluationResult {
  /// Counts one text where it is counted over all corpora.
  fileprivate mutating func add(
    _ text: LabelledText, _ screened: ScreenedText, _ found: Set<CategoryID>
  ) {
    languages[text.language.description, default: TextFigures()].add(text, screened, found)
    let expectation = text.expectation
    for finding in screened.findings {
      guard let category = rules.rules[Int(finding.rule)].category else { continue }
      byRule[Int(finding.rule)].add(expectation.judgement(of: category))
    }
    guard expectation != .unlabelled else { return }
    addConfusion(expectation, found)
    if let isPositive = text.isPositive {
      let counted = text.asksForHate ? Question.Counted(names: ["hate"]) : .suitability
      let answer: Question.Answer = isPositive ? .yes : .no
      let isYes = counted.isYes(found)
      if let target = text.target, !target.isEmpty {
        targets[target.lowercased(), default: Counts()].add(answer, said: isYes)
      }
      if let functionality = text.functionality {
        functionalities["\(text.language): \(functionality)", default: Counts()]
          .add(answer, said: isYes)
      }
    }
    for category in rules.categories.map(\.id) {
      let isFound = found.contains(category)
      if expectation.categories.contains(category) {
        categories[category.rawValue, default: Counts()].add(.yes, said: isFound)
      } else if expectation.denies(category) {
        categories[category.rawValue, default: Counts()].add(.no, said: isFound)
      }
    }
  }

  private mutating func addConfusion(_ expectation: Expectation, _ found: Set<CategoryID>) {
    var names = expectation.categories.map(\.rawValue)
    if expectation.isHate { names.append("hate") }
    if expectation.isOffensive { names.append("offensive") }
    if expectation.isClean { names.append("none") }
    for name in names {
      confusion[name, default: [:]]["", default: 0] += 1
      for category in found { confusion[name, default: [:]][category.rawValue, default: 0] += 1 }
    }
  }

  fileprivate mutating func addMistakes(
    _ texts: Zip2Sequence<[LabelledText], [ScreenedText]>, of corpus: String, atMost limit: Int
  ) {
    var wrong: [Mistake] = []
    var missed: [Mistake] = []
    for (text, screened) in texts {
      let found = screened.categories(rules)
      if found.contains(where: text.expectation.isWrong) {
        wrong.append(Mistake(falsePositive: text, of: corpus, screened, rules))
      } else if text.isPositive == true, found.isEmpty, !screened.isUndecided {
        missed.append(Mistake(miss: text, of: corpus))
      }
    }
    falsePositives += wrong.sorted(by: Mistake.isWorse).prefix(limit)
    misses += missed.sorted(by: Mistake.isWorse).prefix(limit)
  }
}
