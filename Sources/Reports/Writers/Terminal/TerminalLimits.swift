import TimelineModel

/// What the terminal summary says about what was not measured and not screened, and where the rest is.
enum TerminalLimits {
  /// Files named that were not measured for one reason.
  private static let shown = 3

  static func write(_ report: ScanReport, _ page: inout TerminalPage) {
    writeRefusals(report, &page)
    writeUnscreened(report, &page)
    page.line()
    page.paragraph(
      "Text screening by \(packs(report.run.packs)): pictures, sound, irony and what is only "
        + "implied are not seen. \(rest(page.options))", indent: 0)
  }

  /// Names a few packs; of many, how many there are, whose names `alongside --version` prints.
  private static func packs(_ packs: [RunInfo.Pack]) -> String {
    guard packs.count > 3 else {
      return "rules (" + packs.map { "\($0.name) \($0.version)" }.joined(separator: ", ") + ")"
    }
    let rules = packs.reduce(0) { $0 + $1.rules }
    return "\(TerminalReport.grouped(rules)) rules in \(packs.count) packs"
  }

  /// Where all incidents, tables, methods and provenance stand.
  private static func rest(_ options: ReportOptions) -> String {
    options.written.isEmpty
      ? "All incidents, rates and the method: --report FILE.html writes a page to table."
      : "All the rest is in \(options.written.joined(separator: ", "))."
  }

  private static func writeRefusals(_ report: ScanReport, _ page: inout TerminalPage) {
    let refusals = report.outcome.refusals.filter { $0.ownPosts > 0 }
    guard !refusals.isEmpty else { return }
    page.heading("Not measured")
    var told: Set<String> = []
    for refusal in refusals where told.insert(refusal.reason).inserted {
      let alike = refusals.filter { $0.reason == refusal.reason }
      var files = alike.prefix(shown).map { report.outcome.inputs[$0.input].path }
      if alike.count > shown { files.append("\(alike.count - shown) more") }
      page.paragraph(
        "\(files.joined(separator: ", ")): "
          + TerminalReport.counted(
            alike.reduce(0) { $0 + $1.ownPosts }, "own post", "own posts")
          + " (order: \(refusal.order.rawValue)): \(refusal.reason). "
          + "--assume-feed-order overrides this and is printed in the report.")
    }
  }

  private static func writeUnscreened(_ report: ScanReport, _ page: inout TerminalPage) {
    let tally = report.outcome.tally
    let counts: [(Int, String, String)] = [
      (
        report.outcome.inputs.reduce(0) { $0 + $1.problems }, "record not read",
        "records not read"
      ),
      (
        tally.entries[.placeholder] ?? 0, "entry deleted, withheld or unreadable",
        "entries deleted, withheld or unreadable"
      ),
      (
        tally.missing - (tally.entries[.placeholder] ?? 0), "embedded post without text",
        "embedded posts without text"
      ),
      (tally.truncated, "post cut in the export", "posts cut in the export"),
      (
        tally.undescribedMedia, "post with images or videos without a description",
        "posts with images or videos without a description"
      ),
      (
        tally.unsupportedLanguage, "post in a language without packs",
        "posts in languages without packs"
      ),
      (
        tally.undecided, "post on which a rule was undecided", "posts on which a rule was undecided"
      ),
    ]
    let told = counts.filter { $0.0 > 0 }.map { TerminalReport.counted($0.0, $0.1, $0.2) }
    guard !told.isEmpty else { return }
    page.line()
    page.paragraph("Not screened: \(told.joined(separator: "; ")).", indent: 0)
  }
}
