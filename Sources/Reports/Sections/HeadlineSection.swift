import TimelineModel

/// The figures that always stand together and are never merged into one score.
enum HeadlineSection: ReviewSection {
  static let id = "headline"

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    var blocks: [Block] = [.paragraph(words("headline.together"))]
    if narration.run.organisation != nil {
      blocks += [.heading("1 · " + words("headline.rates"))] + rates(narration)
      blocks += [
        .heading("2 · " + words("headline.contradictions")),
        .paragraph(
          words(
            "headline.contradicted",
            words.counted("contradiction", contradictions(narration).count),
            narration.numbers.share(contradictions(narration)),
            narration.interval(contradictions(narration)))),
      ]
    }
    blocks += [.heading("3 · " + words("headline.base"))] + base(narration)
    blocks += [.heading("4 · " + words("headline.corrected")), corrected(narration)]
    blocks += [.heading("5 · " + words("headline.replies")), .paragraph(replies(narration))]
    blocks += [.heading("6 · " + words("headline.unscreened")), .paragraph(unscreened(narration))]
    return blocks + BreakdownTable.blocks([.category, .target, .source, .theme], narration)
  }

  private static func contradictions(_ narration: Narration) -> Rate {
    narration.review.contradictions.rate
  }

  private static func rates(_ narration: Narration) -> [Block] {
    let words = narration.words
    let headline = narration.headline
    var rows = [
      (words("headline.safety"), headline.feeds.safety),
      (words("headline.suitability"), headline.feeds.suitability),
    ]
    if headline.threads.safety.trials > 0 {
      rows += [
        (words("headline.threadSafety"), headline.threads.safety),
        (words("headline.threadSuitability"), headline.threads.suitability),
      ]
    }
    var blocks = [
      RateTable(
        caption: words("headline.ratesCaption"), subject: words("headline.rate"), rows: rows
      )
      .block(narration)
    ]
    blocks += narration.review.clustered.map { clustered in
      .paragraph(
        words(
          "headline.clustered", words("headline.rate-" + clustered.name.rawValue),
          narration.numbers.interval(clustered.interval.low, clustered.interval.high),
          words.counted("capture", clustered.captures)))
    }
    return narration.review.adequacy.exposures == 0 ? blocks : blocks + [.list(claims(narration))]
  }

  private static func claims(_ narration: Narration) -> [String] {
    let words = narration.words
    let numbers = narration.numbers
    let adequacy = narration.review.adequacy
    var told = [
      words(
        "headline.adequacy", words.counted("measured", adequacy.exposures),
        words.counted("capture", adequacy.captures), words.counted("day", adequacy.days))
    ]
    if let share = adequacy.largestCaptureShare, adequacy.captures > 1 {
      told.append(words("headline.largest", numbers.percent(share)))
    }
    let feeds = narration.headline.feeds
    if feeds.safety.unknown > 0 {
      told.append(
        words(
          "headline.unknown", words.counted("unknown", feeds.safety.unknown),
          numbers.percent(feeds.safety.most), numbers.percent(feeds.suitability.most)))
    }
    // What is far out of reach need not be denied line by line.
    let least = adequacy.claims.map(\.needed).min() ?? 0
    return told
      + adequacy.claims.filter { $0.needed <= max(least, adequacy.exposures) }.map { claim in
        words(
          claim.isShown ? "headline.shown" : "headline.notShown",
          words("headline.rate-" + claim.name.rawValue), numbers.percent(claim.bound),
          numbers.percent(claim.upper), numbers.whole(claim.needed))
      }
  }

  private static func base(_ narration: Narration) -> [Block] {
    let words = narration.words
    let headline = narration.headline
    let rows = [
      (words("headline.safety"), headline.safetyPrevalence),
      (words("headline.suitability"), headline.suitabilityPrevalence),
    ]
    var blocks = [
      RateTable(caption: words("headline.baseCaption"), subject: words("headline.rate"), rows: rows)
        .block(narration)
    ]
    let lifts = [
      ("headline.safety", narration.review.safetyLift),
      ("headline.suitability", narration.review.suitabilityLift),
    ]
    blocks += lifts.compactMap { name, lift in
      lift.map { .paragraph(words("page.count", words(name), text(of: $0, narration))) }
    }
    return blocks
  }

  private static func text(of figure: LiftFigure, _ narration: Narration) -> String {
    let words = narration.words
    let numbers = narration.numbers
    guard let lift = figure.lift else { return words("headline.noLift") }
    var told = words(
      "headline.lift", numbers.decimal(lift), numbers.whole(figure.observed),
      numbers.decimal(figure.expected, 1))
    if let interval = figure.interval {
      told +=
        " "
        + words(
          "headline.liftInterval", numbers.decimal(interval.low), numbers.decimal(interval.high))
    }
    guard let p = figure.pValue else { return told + " " + words("headline.noShuffle") }
    return told + " "
      + words("headline.shuffled", numbers.decimal(p, 4), numbers.whole(figure.shuffles))
  }

  private static func corrected(_ narration: Narration) -> Block {
    let words = narration.words
    let numbers = narration.numbers
    let corrected = narration.review.corrected
    guard !corrected.isEmpty else { return .paragraph(words("headline.uncorrected")) }
    return .table(
      Table(
        words("headline.correctedCaption"),
        columns: [
          .text(words("headline.rate")), .number(words("headline.apparent")),
          .number(words("headline.true")),
          .number(words("rate.interval")), .number(words("headline.sensitivity")),
          .number(words("headline.specificity")),
        ],
        rows: corrected.map { rate in
          [
            .init(
              words("headline." + rate.name.rawValue) + ", "
                + words("headline.of-" + rate.subject.rawValue)),
            .init(numbers.share(rate.apparent)), .init(numbers.percent(rate.corrected)),
            .init(rate.interval.map { numbers.interval($0.low, $0.high) } ?? "\u{2013}"),
            .init(measured(rate.accuracy.sensitivity, narration)),
            .init(measured(rate.accuracy.specificity, narration)),
          ]
        }))
  }

  private static func measured(
    _ share: RuleAccuracy.Measured, _ narration: Narration
  ) -> String {
    narration.numbers.percent(share.share) + " (n = " + narration.numbers.whole(share.sample) + ")"
  }

  private static func replies(_ narration: Narration) -> String {
    let words = narration.words
    var all = Rate()
    for account in narration.review.replies { all.add(account.unsuitable) }
    guard all.trials > 0 else { return words("headline.noReplies") }
    return words(
      "headline.replied", words.counted("answer", all.trials), narration.numbers.whole(all.count),
      narration.numbers.share(all))
  }

  private static func unscreened(_ narration: Narration) -> String {
    let counts = UnscreenedSection.counts(narration).filter { $0.count > 0 }
    guard !counts.isEmpty else { return narration.words("headline.screened") }
    return counts.map { narration.words("page.count", $0.name, narration.numbers.whole($0.count)) }
      .joined(separator: "; ") + "."
  }
}
