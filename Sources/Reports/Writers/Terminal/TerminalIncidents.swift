import TimelineModel

/// The worst incidents of the terminal summary, each with its evidence.
enum TerminalIncidents {
  /// Incidents shown; the others are in the JSON document.
  private static let shown = 3

  static func write(_ report: ScanReport, _ page: inout TerminalPage) {
    var all = report.outcome.feeds
    all.add(report.outcome.threads)
    let incidents = all.worst
    guard !incidents.isEmpty else { return }
    let count = min(shown, incidents.count)
    page.heading(
      all.incidents > count ? "Worst incidents (\(count) of \(all.incidents))" : "Incidents")
    for (number, exposure) in incidents.prefix(count).enumerated() {
      write(exposure, number + 1, &page)
    }
  }

  private static func write(_ exposure: Exposure, _ number: Int, _ page: inout TerminalPage) {
    let evidence = Evidence(options: page.options)
    let own = exposure.own.own
    var title = "risk \(TerminalHeadline.hundredths(exposure.risk))  \(exposure.account)"
    if let time = own.createdAt { title += "  \(time)" }
    page.line("  \(number). " + page.safe(title))
    if let link = evidence.permalink(of: own, isOwn: true) { page.line("     " + page.safe(link)) }
    for (index, neighbour) in exposure.neighbours.enumerated() {
      let factors = exposure.factors.filter { $0.neighbour == index }
      guard !factors.isEmpty else { continue }
      write(neighbour, factors, evidence, &page)
    }
  }

  private static func write(
    _ neighbour: Exposure.Neighbour, _ factors: [Exposure.Factor], _ evidence: Evidence,
    _ page: inout TerminalPage
  ) {
    let entry = neighbour.entry
    let place =
      neighbour.side == .embedded
      ? "inside" : "\(neighbour.distance) \(neighbour.side.rawValue)"
    let found = factors.map { "\($0.category) \($0.tier.rawValue)" }.joined(separator: ", ")
    var title = "     \(place): " + page.alarm(page.safe(found))
    if entry.isPromoted { title += "  promoted" }
    let post = entry.posts[entry.verdict.findings.first { $0.tier != nil }?.post ?? 0]
    if let author = evidence.author(of: post, isOwn: false) { title += "  " + page.safe(author) }
    page.line(title)
    if let quote = quote(entry, evidence) {
      page.paragraph("\u{201C}\(quote)\u{201D}", indent: 7)
    }
    if let link = evidence.permalink(of: post, isOwn: false) {
      page.line("       " + page.safe(link))
    }
    let rules = Set(entry.verdict.findings.filter { $0.tier != nil }.map(\.rule)).sorted()
    page.paragraph("rules: " + rules.joined(separator: ", "), indent: 7)
  }

  /// The text around the worst finding, as far as it may be shown.
  private static func quote(_ entry: Entry, _ evidence: Evidence) -> String? {
    let worst = entry.verdict.findings.filter { $0.fieldIndex != nil && $0.tier != nil }
      .max { ($0.tier ?? .low) < ($1.tier ?? .low) }
    guard let worst, let field = worst.fieldIndex,
      let text = evidence.text(of: field, in: worst.post, of: entry)
    else { return nil }
    let whole = entry.posts[worst.post].fields[field].text.utf8
    // Masking keeps the number of characters, so the place of the finding carries over.
    let characters = String(decoding: whole.prefix(worst.span.lowerBound), as: UTF8.self).count
    let start = max(0, characters - 60)
    let excerpt = text.dropFirst(start).prefix(160)
    return (start > 0 ? "…" : "") + excerpt
      + (excerpt.endIndex < text.endIndex ? "…" : "")
  }
}
