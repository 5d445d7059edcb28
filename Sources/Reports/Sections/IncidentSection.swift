import TimelineModel

/// The worst incidents, drawn as they were seen.
enum IncidentSection: ReviewSection {
  static let id = "incidents"
  private static let itemID = "incident"

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    let incidents = narration.review.incidents
    guard !incidents.isEmpty else { return [.paragraph(words("incidents.none"))] }
    let all = narration.outcome.feeds.incidents
    let drawing = IncidentDrawing(narration: narration)
    let drawn = ContradictionSection.drawn(narration)
    return [
      .paragraph(
        words(
          "incidents.count", narration.numbers.whole(incidents.count),
          narration.numbers.whole(all))),
      .paragraph(
        words("incidents.text-" + narration.options.text.rawValue) + " " + words("incidents.packs")),
    ]
      + incidents.enumerated().map { place, exposure in
        let contradiction = drawn.firstIndex {
          $0.capture == exposure.capture && $0.slot == exposure.slot
        }
        return .incident(
          contradiction.map { drawing.refer(exposure, place + 1, id: itemID, to: $0 + 1) }
            ?? drawing.draw(exposure, place + 1, id: itemID))
      }
  }
}
