import TimelineModel

/// The worst incidents, drawn as they were seen.
enum IncidentSection: ReviewSection {
  static let id = "incidents"

  static func blocks(_ narration: Narration) -> [Block] {
    let words = narration.words
    let incidents = narration.review.incidents
    guard !incidents.isEmpty else { return [.paragraph(words("incidents.none"))] }
    let all = narration.outcome.feeds.incidents
    let drawing = IncidentDrawing(narration: narration)
    return [
      .paragraph(
        words(
          "incidents.count", narration.numbers.whole(incidents.count),
          narration.numbers.whole(all))),
      .paragraph(words("incidents.text-" + narration.options.text.rawValue)),
    ]
      + incidents.enumerated().map { place, exposure in
        .incident(drawing.draw(exposure, place + 1, id: "incident"))
      }
  }
}
