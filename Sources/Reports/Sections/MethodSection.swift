import TimelineModel

/// How the figures came about, what the words mean, and what the report cannot show.
enum MethodSection: ReviewSection {
  static let id = "method"

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    let terms = [
      "capture", "exposure", "neighbour", "tier", "safety", "suitability", "band",
      "contradiction", "unknown", "interval", "base", "correction", "risk",
    ]
    let bands = narration.run.reviewPolicy.bands
    let limits = ["text", "account", "loaded", "implied", "rules", "cause"]
    return [
      .paragraph(words("method.how")),
      .heading(words("method.definitions")),
      .definitions(
        terms.map {
          Definition(
            term: words("method.term-" + $0),
            meaning: words(
              "method.is-" + $0, String(narration.run.policy.window),
              narration.numbers.percent(bands.amber), narration.numbers.percent(bands.red),
              narration.numbers.whole(narration.run.policy.minimumExposures)))
        }),
      .heading(words("method.weights")), .command(words("method.formula")), weights(narration),
      suitability(narration), .heading(words("method.sensitivity")),
    ] + sensitivity(narration) + [
      .heading(words("method.limits")), .list(limits.map { words("method.limit-" + $0) }),
    ]
  }

  private static func weights(_ narration: Narration) -> Block {
    let words = narration.words
    let numbers = narration.numbers
    let policy = narration.run.policy
    var rows = Tier.allCases.map { tier in
      [
        words("method.severity", narration.name(of: tier)),
        numbers.decimal(policy.severity[tier] ?? 0),
      ]
    }
    rows += policy.proximity.enumerated().map { place, weight in
      [words("method.proximity", String(place + 1)), numbers.decimal(weight)]
    }
    rows.append([words("method.covered"), numbers.decimal(policy.coveredVisibility)])
    for (theme, weights) in policy.contradictions.sorted(by: { $0.key < $1.key }) {
      for weight in Set(weights.values).sorted() {
        let listed = weights.keys.filter { weights[$0] == weight }.sorted()
        let pair = words(
          "contradictions.of", narration.name(of: theme),
          listed.map(narration.name(of:)).joined(separator: ", "))
        rows.append([words("method.contradiction", pair), numbers.decimal(weight)])
      }
    }
    return .table(
      Table(
        words("method.weightsCaption"),
        columns: [.text(words("method.factor")), .number(words("method.weight"))],
        rows: rows.map { $0.map { .init($0) } }))
  }

  private static func suitability(_ narration: Narration) -> Block {
    let words = narration.words
    let policy = narration.run.policy
    let others: [Table.Cell] = [
      .init(words("method.others")), .init(narration.name(of: policy.suitabilityDefault)),
    ]
    let rows: [[Table.Cell]] = policy.suitability.sorted { $0.key < $1.key }.map { category, tier in
      [
        .init(narration.name(of: category)),
        .init(tier.map(narration.name(of:)) ?? words("method.never")),
      ]
    }
    return .table(
      Table(
        words("method.suitabilityCaption"),
        columns: [.text(words("breakdown.name")), .text(words("method.from"))],
        rows: rows + [others]))
  }

  private static func sensitivity(_ narration: Narration) -> [Block] {
    let words = narration.words
    let rows = narration.review.sensitivity.rows
    guard !rows.isEmpty else { return [.paragraph(words("method.insensitive"))] }
    return [
      .paragraph(words("method.choices")),
      .table(
        Table(
          words("method.sensitivityCaption"),
          columns: [
            .text(words("method.choice")), .number(words("breakdown.safety")),
            .number(words("breakdown.suitability")), .number(words("rate.interval")),
          ],
          rows: rows.map { row($0, narration) })),
    ]
  }

  private static func row(
    _ row: SensitivityTable.Row, _ narration: Narration
  ) -> [Table.Cell] {
    let words = narration.words
    let numbers = narration.numbers
    var name = words(
      row.appliesStance ? "method.withStance" : "method.withoutStance", String(row.window),
      String(row.strictness))
    if row.isChosen { name += " \u{25C0} " + words("method.chosen") }
    return [
      .init(name),
      .init(numbers.whole(row.safety.count) + " (" + numbers.share(row.safety) + ")"),
      .init(numbers.whole(row.suitability.count) + " (" + numbers.share(row.suitability) + ")"),
      .init(narration.interval(row.suitability)),
    ]
  }
}
