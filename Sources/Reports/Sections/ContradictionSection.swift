import TimelineModel

/// Own posts beside content that contradicts what they are about.
enum ContradictionSection: ReviewSection {
  static let id = "contradictions"
  /// What the addresses of the drawn ones within the page begin with.
  static let itemID = "contradiction"
  private static let shown = 5

  /// Those that are drawn here.
  static func drawn(_ narration: Narration) -> [Exposure] {
    Array(narration.review.contradictions.worst.prefix(shown))
  }

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    let figures = narration.review.contradictions
    guard figures.rate.trials > 0 else { return [.paragraph(words("contradictions.none"))] }
    var blocks: [Block] = [
      .paragraph(words("contradictions.what")),
      RateTable(
        caption: words("contradictions.caption"), subject: words("contradictions.pair"),
        rows: [(words("contradictions.any"), figures.rate)]
          + figures.pairs.map { pair in
            (
              words(
                "contradictions.of", narration.name(of: pair.theme),
                narration.name(of: pair.category)), pair.rate
            )
          }
      ).block(narration),
    ]
    guard !figures.worst.isEmpty else { return blocks + [.paragraph(words("contradictions.zero"))] }
    blocks.append(.heading(words("contradictions.worst")))
    let drawing = IncidentDrawing(narration: narration)
    for (place, exposure) in drawn(narration).enumerated() {
      blocks.append(.incident(drawing.draw(exposure, place + 1, id: itemID)))
    }
    return blocks
  }
}
