import RulePacks
import TimelineModel

extension EvaluationResult {
  /// The figures as a page; texts of corpora are quoted only where `showsTexts`.
  package func page(showsTexts: Bool = false) -> Page {
    var page = Page(
      "Evaluation of rule packs",
      "\(rules.rules.count) rules at strictness \(rules.options.strictness), stance rules "
        + "\(rules.options.appliesStance ? "applied" : "left out"). Figures in per cent with their "
        + "95 % interval. A text is flagged when something other than profanity is found in it.")
    if unsupported > 0 {
      page.introduction.append(
        "\(unsupported) texts are left out: no pack reads their language.")
    }
    page.append(benchmarkSection)
    page.append(corpusSection)
    page.append(cleanSection)
    page.append(suiteSection)
    page.append(flagRateSection)
    page.append(categorySection)
    page.append(confusionSection)
    page.append(languageSection)
    page.append(
      countsSection(
        "Targets", "Who is spoken of, where corpora say: their own question.", "target", targets))
    page.append(
      countsSection(
        "Functionalities", "What texts test, where corpora say: their own question, worst first.",
        "functionality", functionalities))
    page.append(dialectSection)
    page.append(ruleSection)
    page.append(changeSummary)
    page.append(changeSection(showsTexts))
    page.append(
      mistakeSection(
        "Worst false positives",
        "Harmless texts that were flagged for what their corpus asks for, the worst finding first.",
        "rules", falsePositives, showsTexts
      ) { $0.rules.joined(separator: " ") })
    page.append(
      mistakeSection(
        "Misses", "Texts in which nothing was found, the shortest first.", "labels", misses,
        showsTexts
      ) { $0.expected.joined(separator: " ") })
    return page
  }

  private var corpusSection: Page.Section {
    Page.Section(
      "Corpora",
      "Each corpus's own question: hatred of groups where it asks for that, else anything but "
        + "profanity. Precision rests on the corpus's share of positive texts.",
      columns: [
        "corpus", "texts", "positive", "precision", "recall", "F1", "macro-F1", "accuracy",
        "span F1",
        "undecided",
      ],
      rows: corpora.filter { $0.figures.own.positives > 0 }.map { name, figures in
        let own = figures.own
        return [
          .text(name), .count(figures.texts), .count(own.positives), .share(own.precision),
          .share(own.recall), .f1(own), .macroF1(own), .share(own.accuracy),
          figures.meanSpanF1.map { .share($0, nil) } ?? .empty, .count(figures.undecided),
        ]
      })
  }

  private var cleanSection: Page.Section {
    Page.Section(
      "Harmless texts",
      "How many texts of 10,000 are flagged, among those labelled harmless, for what the corpus asks for.",
      columns: ["corpus", "harmless", "flagged", "of 10,000"],
      rows: corpora.filter { $0.figures.clean.trials > 0 }.map { name, figures in
        [
          .text(name), .count(figures.clean.trials), .count(figures.clean.count),
          .perTenThousand(figures.clean),
        ]
      })
  }

  private var suiteSection: Page.Section {
    var bootstrap = Bootstrap()
    return Page.Section(
      "Suites", "Means over the corpora of a suite, each counted alike.",
      columns: ["suite", "corpora", "positive", "precision", "recall", "F1", "macro-F1"],
      rows: suites.compactMap { suite in
        let parts = suite.parts.map(\.counts).filter { $0.positives > 0 }
        guard !parts.isEmpty, !suite.isAllNegative else { return nil }
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
        return [
          .text(suite.name), .count(parts.count), .count(parts.reduce(0) { $0 + $1.positives }),
          .share(mean(parts.compactMap(\.precision.value)), nil),
          .share(mean(parts.compactMap(\.recall.value)), nil),
          .share(
            mean(parts.map(\.weights.f1)), bootstrap.interval(of: parts) { mean($0.map(\.f1)) }),
          .share(
            mean(parts.map(\.weights.macroF1)),
            bootstrap.interval(of: parts) { mean($0.map(\.macroF1)) }),
        ]
      })
  }

  private var flagRateSection: Page.Section {
    Page.Section(
      "Flag rates",
      "How many texts of 10,000 are flagged in suites of harmless and of ordinary texts.",
      columns: ["suite", "corpus", "texts", "flagged", "of 10,000"],
      rows: suites.filter(\.isAllNegative).flatMap { suite in
        suite.parts.map { corpus, counts in
          [
            .text(suite.name), .text(corpus), .count(counts.negatives),
            .count(counts.falsePositives), .perTenThousand(counts.falsePositiveRate),
          ]
        }
      })
  }

  private var categorySection: Page.Section {
    countsSection(
      "Categories",
      "Texts labelled with a category against harmless ones, over all corpora; what labels do not "
        + "speak of is left out.",
      "category", categories.filter { $0.value.positives > 0 })
  }

  private func countsSection(
    _ title: String, _ explanation: String, _ column: String, _ counts: [String: Counts]
  ) -> Page.Section {
    let sorted = counts.sorted {
      ($0.value.accuracy.value ?? 0, $0.key) < ($1.value.accuracy.value ?? 0, $1.key)
    }
    return Page.Section(
      title, explanation,
      columns: [column, "positive", "harmless", "right", "precision", "recall", "F1"],
      rows: sorted.map { name, counts in
        [
          .text(name), .count(counts.positives), .count(counts.negatives), .share(counts.accuracy),
          .share(counts.precision), .share(counts.recall), .f1(counts),
        ]
      })
  }

  private var languageSection: Page.Section {
    Page.Section(
      "Languages", "The corpora's own questions, by language.",
      columns: [
        "language", "texts", "positive", "precision", "recall", "macro-F1", "harmless of 10,000",
      ],
      rows: languages.sorted { $0.key < $1.key }.map { name, figures in
        [
          .text(name), .count(figures.texts), .count(figures.own.positives),
          .share(figures.own.precision), .share(figures.own.recall), .macroF1(figures.own),
          .perTenThousand(figures.clean),
        ]
      })
  }

  private var dialectSection: Page.Section {
    Page.Section(
      "Dialect",
      "How many harmless texts of 10,000 are flagged when they are likely (at least 0.5) and "
        + "unlikely (below 0.2) to be in African-American English.",
      columns: ["corpus", "likely", "unlikely", "ratio"],
      rows: corpora.filter { $0.figures.dialect.trials > 0 }.map { name, figures in
        [
          .text(name), .perTenThousand(figures.dialect), .perTenThousand(figures.otherDialect),
          figures.dialectRatio.map { .number($0, decimals: 2) } ?? .empty,
        ]
      })
  }

  private var confusionSection: Page.Section {
    let columns = rules.categories.map(\.id.rawValue).sorted().filter { category in
      confusion.values.contains { $0[category] != nil }
    }
    return Page.Section(
      "Confusion", "By what labels say, the share of texts in which each category was found.",
      columns: ["labelled", "texts"] + columns,
      rows: confusion.sorted { $0.key < $1.key }.map { name, found in
        let texts = found["", default: 0]
        return [.text(name), .count(texts)]
          + columns.map { .share(Double(found[$0, default: 0]) / Double(texts), nil) }
      })
  }

  private var ruleSection: Page.Section {
    let hit = byRule.indices.filter { byRule[$0].hits > 0 }
      .sorted { byRule[$0].hits == byRule[$1].hits ? $0 < $1 : byRule[$0].hits > byRule[$1].hits }
    return Page.Section(
      "Rules",
      "Texts in which each rule found something. Precision among hits that labels speak of; "
        + "`stated` is the confidence in the pack.",
      columns: ["rule", "hits", "right", "wrong", "precision", "stated"],
      rows: hit.map { rule in
        let figures = byRule[rule]
        return [
          .text(rules.rules[rule].id), .count(figures.hits), .count(figures.right),
          .count(figures.wrong), .share(figures.precision),
          .share(rules.rules[rule].confidence, nil),
        ]
      })
  }

  private var changeSummary: Page.Section {
    let corpora = Set(changes.map(\.corpus)).sorted()
    return Page.Section(
      "Changes by corpus", "Texts about which the other rules said something else.",
      columns: ["corpus", "better", "worse", "unclear"],
      rows: corpora.map { corpus in
        func count(_ direction: Change.Direction) -> Cell {
          .count(changes.count { $0.corpus == corpus && $0.direction == direction })
        }
        return [.text(corpus), count(.better), count(.worse), count(.unclear)]
      })
  }

  private func changeSection(_ showsTexts: Bool) -> Page.Section {
    Page.Section(
      "Changes", "Text by text; + found now, − found before.",
      columns: ["corpus", "text", "change", "categories", "rules"] + (showsTexts ? ["words"] : []),
      rows: changes.map { change in
        let categories = change.gained.map { "+\($0)" } + change.lost.map { "−\($0)" }
        return [
          .text(change.corpus), .text(change.id), .text(change.direction.rawValue),
          .text(categories.joined(separator: " ")), .text(change.rules.joined(separator: " ")),
        ] + (showsTexts ? [.text(change.text.shortened)] : [])
      })
  }

  private func mistakeSection(
    _ title: String, _ explanation: String, _ column: String, _ mistakes: [Mistake],
    _ showsTexts: Bool, _ words: (Mistake) -> String
  ) -> Page.Section {
    Page.Section(
      title, explanation,
      columns: ["corpus", "text", column] + (showsTexts ? ["words"] : []),
      rows: mistakes.map { mistake in
        [.text(mistake.corpus), .text(mistake.id), .text(words(mistake))]
          + (showsTexts ? [.text(mistake.text.shortened)] : [])
      })
  }
}

extension Cell {
  /// F1 with its interval.
  static func f1(_ counts: Counts) -> Cell {
    figure(counts, \.f1)
  }

  /// Macro-F1 with its interval.
  static func macroF1(_ counts: Counts) -> Cell {
    figure(counts, \.macroF1)
  }

  private static func figure(_ counts: Counts, _ path: KeyPath<Counts.Weights, Double>) -> Cell {
    guard counts.positives > 0 else { return .empty }
    var bootstrap = Bootstrap()
    let interval = bootstrap.interval(of: [counts]) { $0[0][keyPath: path] }
    return .share(counts.weights[keyPath: path], interval)
  }
}

extension String {
  /// The first 200 characters, and `…` when there are more.
  var shortened: String { count > 200 ? prefix(199) + "…" : self }
}
