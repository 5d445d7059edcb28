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
      write(exposure, number + 1, report.outcome, &page)
    }
  }

  private static func write(
    _ exposure: Exposure, _ number: Int, _ outcome: ScanOutcome, _ page: inout TerminalPage
  ) {
    let evidence = Evidence(options: page.options)
    let own = exposure.own.own
    let capture = outcome.captures.first { $0.number == exposure.capture }
    let path = outcome.inputs[capture?.input ?? 0].path
    var title = "risk \(TerminalHeadline.hundredths(exposure.risk))  \(exposure.account)"
    if let time = own.createdAt { title += "  \(time)" }
    page.line("  \(number). " + page.safe(title))
    if let link = evidence.permalink(of: own) { page.line("     " + page.safe(link)) }
    for (index, neighbour) in exposure.neighbours.enumerated() {
      let factors = exposure.factors.filter { $0.neighbour == index }
      guard !factors.isEmpty else { continue }
      write(neighbour, factors, evidence, path, &page)
    }
  }

  private static func write(
    _ neighbour: Exposure.Neighbour, _ factors: [Exposure.Factor], _ evidence: Evidence,
    _ path: String, _ page: inout TerminalPage
  ) {
    let entry = neighbour.entry
    let side =
      neighbour.side == .embedded
      ? "inside" : "\(neighbour.distance) \(neighbour.side.rawValue)"
    let found = factors.map { "\($0.category) \($0.tier.rawValue)" }.joined(separator: ", ")
    var title = "     \(side): " + page.alarm(page.safe(found))
    if entry.isPromoted { title += "  promoted" }
    let worst = entry.verdict.findings.filter { $0.tier != nil && !entry.posts[$0.post].isOwn }
      .max { weight(of: $0) < weight(of: $1) }
    let post = entry.posts[worst?.post ?? 0]
    if let author = evidence.author(of: post) { title += "  " + page.safe(author) }
    page.line(title)
    if let worst, let quote = quote(worst, entry, evidence) {
      page.paragraph("\u{201C}\(quote)\u{201D}", indent: 7)
    }
    // A history knows posts by their ids and keeps no places in files.
    let place =
      evidence.permalink(of: post)
      ?? (entry.record > 0 ? "record \(entry.record) of \(path)" : "post \(post.id)")
    page.line("       " + page.safe(place))
    let rules = Set(entry.verdict.findings.filter { $0.tier != nil }.map(\.rule)).sorted()
    page.paragraph("rules: " + rules.joined(separator: ", "), indent: 7)
  }

  /// The worst tier comes first, and what can be shown before a name.
  private static func weight(of finding: Finding) -> (Tier, Int) {
    (finding.tier ?? .low, finding.field == .displayName ? 0 : 1)
  }

  /// The text around a finding, as far as it may be shown.
  private static func quote(_ finding: Finding, _ entry: Entry, _ evidence: Evidence) -> String? {
    let post = entry.posts[finding.post]
    // A display name is a name.
    guard let field = finding.fieldIndex,
      finding.field != .displayName || evidence.isNamed(post),
      let text = evidence.text(of: field, in: finding.post, of: entry)
    else { return nil }
    let whole = post.fields[field].text.utf8
    // Masking keeps the number of characters, so the place of the finding carries over.
    let characters = String(decoding: whole.prefix(finding.span.lowerBound), as: UTF8.self).count
    let start = max(0, characters - 60)
    let excerpt = text.dropFirst(start).prefix(160)
    return (start > 0 ? "…" : "") + excerpt
      + (excerpt.endIndex < text.endIndex ? "…" : "")
  }
}
