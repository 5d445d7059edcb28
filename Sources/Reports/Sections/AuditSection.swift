import TimelineModel

/// What rules hit that they should perhaps have spared, and what still needs a human eye.
enum AuditSection: ReviewSection {
  static let id = "audit"
  /// How many findings of a category are named; all are in the JSON document.
  private static let shown = 10

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    var blocks: [Block] = [.paragraph(words("audit.what"))]
    if narration.review.audit.needsReview > 0 {
      blocks.append(
        .notice(
          words("audit.needsReview", words.counted("finding", narration.review.audit.needsReview))))
    }
    return blocks + stances(narration) + mentions(narration) + targets(narration)
      + [.heading(words("audit.eye"))] + baseline(narration) + sampling(narration)
  }

  private static func stances(_ narration: Narration) -> [Block] {
    let words = narration.words
    let stances = narration.review.audit.stances
    guard !stances.isEmpty else { return [.paragraph(words("audit.noStances"))] }
    return [
      .table(
        Table(
          words("audit.stancesCaption"),
          columns: [
            .text(words("audit.stance")), .text(words("audit.target")),
            .number(words("audit.lowered")),
            .number(words("audit.removed")),
          ],
          rows: stances.map { line in
            [
              .init(words("stance." + line.stance.rawValue)),
              .init(line.target.map { narration.name("target", $0) } ?? words("audit.nobody")),
              .init(narration.numbers.whole(line.lowered)),
              .init(narration.numbers.whole(line.removed)),
            ]
          }))
    ]
  }

  private static func mentions(_ narration: Narration) -> [Block] {
    let words = narration.words
    let mentions = narration.review.audit.mentions
    guard !mentions.isEmpty else { return [] }
    return [
      RateTable(
        caption: words("audit.mentionsCaption"), subject: words("audit.theme"),
        rows: mentions.map { line in
          let p = line.adjustedP.map { " (p = " + narration.numbers.decimal($0, 3) + ")" }
          return (narration.name(of: line.theme) + (p ?? ""), line.unsuitable)
        }
      ).block(narration)
    ]
  }

  private static func targets(_ narration: Narration) -> [Block] {
    let words = narration.words
    let targets = narration.review.audit.targets
    guard !targets.isEmpty else { return [] }
    return [
      .table(
        Table(
          words("audit.targetsCaption"),
          columns: [
            .text(words("audit.target")), .number(words("audit.findings")),
            .number(words("audit.false")),
          ],
          rows: targets.map { line in
            [
              .init(line.target.map { narration.name("target", $0) } ?? words("audit.nobody")),
              .init(narration.numbers.whole(line.findings)),
              .init(narration.numbers.whole(line.falsePositives)),
            ]
          }))
    ]
  }

  private static func baseline(_ narration: Narration) -> [Block] {
    let words = narration.words
    let numbers = narration.numbers
    guard let baseline = narration.review.baseline else {
      return [.notice(words("audit.unreviewed"))]
    }
    let seen = ReviewVerdict.allCases.map { verdict in
      words(
        "page.count", words("verdict." + verdict.rawValue),
        numbers.whole(baseline.seen[verdict] ?? 0))
    }
    return [
      .paragraph(
        words(
          "audit.baseline", baseline.path, numbers.whole(baseline.listed),
          seen.joined(separator: ", "), numbers.whole(baseline.unreviewed))),
      .paragraph(
        words(
          "audit.precision", numbers.share(baseline.precision),
          narration.interval(baseline.precision))),
      .paragraph(agreement(baseline.agreement, narration)),
    ]
  }

  private static func agreement(
    _ agreement: CoderAgreement?, _ narration: Narration
  ) -> String {
    let words = narration.words
    let numbers = narration.numbers
    guard let agreement else { return words("audit.uncoded") }
    var told = [
      words(
        "audit.agreement", words.counted("finding", agreement.agreed.trials),
        numbers.whole(agreement.agreed.count), numbers.share(agreement.agreed),
        narration.interval(agreement.agreed))
    ]
    if let kappa = agreement.kappa { told.append(words("audit.kappa", numbers.decimal(kappa))) }
    if let interval = agreement.interval {
      told.append(
        words(
          "audit.kappaInterval", numbers.decimal(interval.low), numbers.decimal(interval.high)))
    }
    return told.joined(separator: " ")
  }

  private static func sampling(_ narration: Narration) -> [Block] {
    let words = narration.words
    let numbers = narration.numbers
    let plan = narration.review.sampling
    guard !plan.strata.isEmpty else { return [.paragraph(words("audit.nothing"))] }
    var blocks: [Block] = [
      .paragraph(words("audit.plan")),
      .table(
        Table(
          words("audit.planCaption"),
          columns: [
            .text(words("breakdown.name")), .number(words("audit.population")),
            .number(words("audit.sample")),
            .number(words("audit.double")),
          ],
          rows: plan.strata.map { stratum in
            [
              .init(narration.name(of: stratum.category)), .init(numbers.whole(stratum.population)),
              .init(numbers.whole(stratum.sample)), .init(numbers.whole(stratum.double)),
            ]
          })),
      .paragraph(words("audit.clean", numbers.whole(plan.cleanSample))),
    ]
    let items = plan.mandatory.prefix(shown) + plan.strata.flatMap { $0.items.prefix(shown) }
    if !items.isEmpty { blocks.append(list(Array(items), narration)) }
    return blocks
  }

  private static func list(_ items: [SamplingPlan.Item], _ narration: Narration) -> Block {
    let words = narration.words
    return .table(
      Table(
        words("audit.itemsCaption"),
        columns: [
          .text(words("audit.rule")), .text(words("audit.tier")), .text(words("audit.place")),
          .text(words("audit.by")),
          .text(words("audit.fingerprint")),
        ],
        rows: items.map { item in
          let file = narration.files[narration.outcome.inputs[item.input].path]
          return [
            .init(item.rule),
            .init(text: narration.name(of: item.tier), tier: item.tier.rawValue),
            .init(words("audit.record", narration.numbers.whole(item.record), file)),
            .init(words(item.isDouble ? "audit.two" : "audit.one")), .code(item.fingerprint),
          ]
        }))
  }
}
