import TimelineModel

/// One section of the review: one file in `Sections/` and one line in `ReviewDocument.order`.
protocol ReviewSection: SendableMetatype {
  /// The address within the page; the title is the phrase `ID.title`.
  static var id: String { get }
  /// What the section says.
  static func blocks(_ narration: Narration) -> [Block]
}

extension ReviewDocument {
  /// The sections in the order in which a reader meets them.
  static let order: [any ReviewSection.Type] = [
    AnswerSection.self, PostureSection.self, HeadlineSection.self, ContradictionSection.self,
    TimelineSection.self, IncidentSection.self, SeriesSection.self, ChangeSection.self,
    PlatformSection.self, ReplySection.self, UnscreenedSection.self, AuditSection.self,
    MethodSection.self, ProvenanceSection.self,
  ]

  /// Tells a review.
  init(_ narration: Narration) {
    let words = narration.words
    language = words.language.rawValue
    kind = words("page.kind")
    let organisation = narration.run.organisation?.name
    title = organisation.map { words("page.title", $0) } ?? words("page.nameless")
    facts = Self.facts(narration)
    // A section with nothing to say, as that of changes in a scan's own report, is left out.
    let told = Self.order.map { ($0, $0.blocks(narration)) }.filter { !$0.1.isEmpty }
    sections = told.enumerated().map { place, section in
      Section(
        number: place + 1, id: section.0.id, title: words(section.0.id + ".title"),
        blocks: section.1)
    }
  }

  private static func facts(_ narration: Narration) -> [String] {
    let words = narration.words
    let outcome = narration.outcome
    var facts = [
      words.counted("export", outcome.inputs.count),
      words.counted("entry", outcome.tally.entries.values.reduce(0, +)),
      words.counted("ownPost", outcome.tally.own),
      words.counted("capture", outcome.captures.count),
    ]
    if let series = narration.review.series.first(where: { $0.unit == .day }),
      let first = series.points.first, let last = series.points.last
    {
      let days = [first.start, last.start].map(narration.day)
      facts.append(days[0] == days[1] ? days[0] : days.joined(separator: " \u{2013} "))
    }
    facts.append("Alongside " + narration.run.toolVersion)
    return facts
  }
}
