import TimelineModel

/// The picture of the timeline: every own post, and where the trouble sits.
enum TimelineSection: ReviewSection {
  static let id = "timeline"

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    let picture = narration.review.picture
    guard picture.exposures > 0 else { return [.paragraph(words("timeline.none"))] }
    let tiers: [ExposureMark.State] = [.floor, .high, .medium, .low]
    if picture.marks.isEmpty {
      let legend = tiers.map { state in
        Figure.Key(
          picture: MarkDrawing.key(state),
          meaning: state.tier.map(narration.name(of:)) ?? "")
      }
      return [
        .paragraph(words("timeline.bins")),
        .figure(
          Figure(
            description: summary(narration),
            caption: words(
              "timeline.binCaption", narration.numbers.whole(BinDrawing.tallest(picture.bins)),
              narration.numbers.whole(picture.bins.first?.exposures ?? 1)),
            picture: BinDrawing.draw(picture.bins), legend: legend, isStrip: true)),
        .paragraph(summary(narration)),
      ]
    }
    return [
      .paragraph(words("timeline.marks", String(narration.run.policy.window))),
      .figure(
        Figure(
          description: summary(narration), caption: words("timeline.markCaption"),
          picture: MarkDrawing(window: narration.run.policy.window, incidents: numbers(narration))
            .draw(picture.marks), legend: legend(tiers, narration), isStrip: true)),
      .paragraph(summary(narration)),
    ]
  }

  /// The numbers that incidents have further down.
  private static func numbers(_ narration: Narration) -> [MarkDrawing.Place: Int] {
    var numbers: [MarkDrawing.Place: Int] = [:]
    for (place, exposure) in narration.review.incidents.enumerated() {
      numbers[.init(capture: exposure.capture, slot: exposure.slot)] = place + 1
    }
    return numbers
  }

  private static func legend(
    _ tiers: [ExposureMark.State], _ narration: Narration
  ) -> [Figure.Key] {
    let words = narration.words
    let found = tiers.map { state in
      Figure.Key(
        picture: MarkDrawing.key(state), meaning: state.tier.map(narration.name(of:)) ?? "")
    }
    return [
      Figure.Key(picture: MarkDrawing.ownKey, meaning: words("timeline.own")),
      Figure.Key(
        picture: MarkDrawing.key(.absent, isContradiction: true),
        meaning: words("timeline.contradiction")),
    ] + found + [
      Figure.Key(picture: MarkDrawing.key(.clean), meaning: words("timeline.clean")),
      Figure.Key(picture: MarkDrawing.key(.unknown), meaning: words("timeline.unknown")),
      Figure.Key(picture: MarkDrawing.key(.own), meaning: words("timeline.otherOwn")),
    ]
  }

  /// What the picture shows, in words.
  private static func summary(_ narration: Narration) -> String {
    let words = narration.words
    let numbers = narration.numbers
    let bins = narration.review.picture.bins
    let counts = Tier.allCases.map { tier in
      numbers.whole(bins.reduce(0) { $0 + ($1.tiers[tier] ?? 0) }) + " "
        + narration.name(of: tier)
    }
    return words(
      "timeline.summary", words.counted("ownPost", narration.review.picture.exposures),
      counts.joined(separator: ", "), numbers.whole(bins.reduce(0) { $0 + $1.unknown }))
  }
}
