import Diagnostics
import TimelineModel

/// The worst incidents of the terminal summary, each in a few lines.
enum TerminalIncidents {
  /// Incidents shown in any case, and at most.
  private static let shown = 2...3
  /// Lines of the page up to which there is room for one more.
  private static let room = 28
  /// Neighbours named in one incident.
  private static let namedNeighbours = 2
  private static let quoteIndent = 5

  static func write(_ report: ScanReport, _ page: inout TerminalPage) {
    var all = report.outcome.feeds
    all.add(report.outcome.threads)
    var told = TerminalPage(options: page.options)
    var count = 0
    for exposure in all.worst.prefix(shown.upperBound) {
      guard count < shown.lowerBound || page.lines + told.lines < room else { break }
      count += 1
      write(exposure, count, report.outcome, &told)
    }
    guard count > 0 else { return }
    page.heading(
      all.incidents > count
        ? "Worst incidents (\(count) of \(TerminalReport.grouped(all.incidents)))" : "Incidents")
    page.add(told)
  }

  private static func write(
    _ exposure: Exposure, _ number: Int, _ outcome: ScanOutcome, _ page: inout TerminalPage
  ) {
    let evidence = Evidence(options: page.options)
    let own = exposure.own.own
    var title = "risk \(TerminalReport.decimal(exposure.risk))  \(exposure.account)"
    if let time = own.createdAt {
      title += "  \(time.description.prefix(16).replacing("T", with: " ")) UTC"
    }
    page.line("  \(number). " + page.safe(title))
    let neighbours = worst(exposure)
    let told = neighbours.prefix(namedNeighbours).map { place in
      describe(place, exposure, evidence)
    }
    let others = neighbours.count - told.count
    page.paragraph(
      told.joined(separator: "; ") + (others > 0 ? "; \(others) more" : ""), indent: quoteIndent)
    if let first = neighbours.first,
      let quote = quote(exposure.neighbours[first].entry, evidence, page)
    {
      page.line(String(repeating: " ", count: quoteIndent) + quote)
    }
    let capture = outcome.captures.first { $0.number == exposure.capture }
    let path = outcome.inputs[capture?.input ?? 0].path
    // A history knows posts by their ids and keeps no places in files.
    let place =
      evidence.permalink(of: own)
      ?? (exposure.own.record > 0 ? "record \(exposure.own.record) of \(path)" : "post \(own.id)")
    page.line(String(repeating: " ", count: quoteIndent) + page.safe(place))
  }

  /// The neighbours that make the risk, by their places, the one that weighs most first.
  private static func worst(_ exposure: Exposure) -> [Int] {
    var weights: [Int: Double] = [:]
    for factor in exposure.factors {
      weights[factor.neighbour] = max(weights[factor.neighbour] ?? 0, factor.product)
    }
    return weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private static func describe(
    _ place: Int, _ exposure: Exposure, _ evidence: Evidence
  ) -> String {
    let neighbour = exposure.neighbours[place]
    let found = exposure.factors.filter { $0.neighbour == place }
      .map { "\($0.category) \($0.tier.rawValue)" + ($0.isContradiction ? " (contradiction)" : "") }
    let side =
      neighbour.side == .embedded
      ? "inside" : "\(neighbour.distance) \(neighbour.side.rawValue)"
    let author = author(neighbour.entry, evidence).map { " by " + $0 } ?? ""
    return "\(side): \(found.joined(separator: ", "))" + author
      + (neighbour.entry.isPromoted ? ", promoted" : "")
  }

  /// Who wrote what was found, which may be embedded.
  private static func author(_ entry: Entry, _ evidence: Evidence) -> String? {
    evidence.author(of: entry.posts[worstFinding(entry)?.post ?? 0])
  }

  /// The worst tier comes first, and what can be shown before a name.
  private static func worstFinding(_ entry: Entry) -> Finding? {
    entry.verdict.findings.filter { $0.tier != nil && !entry.posts[$0.post].isOwn }
      .max { weight(of: $0) < weight(of: $1) }
  }

  private static func weight(of finding: Finding) -> (Tier, Int) {
    (finding.tier ?? .low, finding.field == .displayName ? 0 : 1)
  }

  /// One line of the text around a finding, as far as it may be shown.
  private static func quote(
    _ entry: Entry, _ evidence: Evidence, _ page: TerminalPage
  ) -> String? {
    guard let finding = worstFinding(entry) else { return nil }
    let post = entry.posts[finding.post]
    // A display name is a name.
    guard let field = finding.fieldIndex,
      finding.field != .displayName || evidence.isNamed(post),
      let text = evidence.text(of: field, in: finding.post, of: entry)
    else { return nil }
    let whole = post.fields[field].text.utf8
    // Masking keeps the number of characters, so the place of the finding carries over.
    let characters = String(decoding: whole.prefix(finding.span.lowerBound), as: UTF8.self).count
    let room = page.options.width - quoteIndent - 4
    let start = max(0, characters - room / 4)
    var line = ""
    var rest = text.dropFirst(start)
    while let next = rest.first, line.columns + page.safe(String(next)).columns <= room {
      line += page.safe(String(next))
      rest = rest.dropFirst()
    }
    return page.alarm(
      "\u{201C}" + (start > 0 ? "…" : "") + line + (rest.isEmpty ? "" : "…") + "\u{201D}")
  }
}
