import TimelineModel

/// What the terminal summary says about what was not measured and not screened.
enum TerminalLimits {
  static func write(_ report: ScanReport, _ page: inout TerminalPage) {
    writeRefusals(report, &page)
    writeUnscreened(report, &page)
    page.line()
    page.paragraph(
      "This is text screening by rules: pictures, sound, irony and what is only implied are not "
        + "seen. Packs: "
        + report.run.packs.map { "\($0.name) \($0.version)" }.joined(separator: ", ") + ".")
  }

  private static func writeRefusals(_ report: ScanReport, _ page: inout TerminalPage) {
    let refusals = report.outcome.refusals.filter { $0.ownPosts > 0 }
    guard !refusals.isEmpty else { return }
    page.heading("Not measured")
    for refusal in refusals {
      page.paragraph(
        "\(report.outcome.inputs[refusal.input].path): "
          + "\(TerminalReport.counted(refusal.ownPosts, "own post", "own posts")) "
          + "(order: \(refusal.order.rawValue)): \(refusal.reason). "
          + "--assume-feed-order overrides this and is printed in the report.")
    }
  }

  private static func writeUnscreened(_ report: ScanReport, _ page: inout TerminalPage) {
    let tally = report.outcome.tally
    let lines: [(Int, String)] = [
      (report.outcome.inputs.reduce(0) { $0 + $1.problems }, "records that could not be read"),
      (tally.entries[.placeholder] ?? 0, "entries deleted, withheld or unreadable"),
      (
        tally.missing - (tally.entries[.placeholder] ?? 0), "quoted or passed-on posts without text"
      ),
      (tally.truncated, "posts of which the export holds only the start"),
      (tally.undescribedMedia, "posts with images or videos without a description"),
      (tally.unsupportedLanguage, "posts in languages that the packs are not written for"),
      (tally.undecided, "posts on which a rule could not be decided"),
    ]
    let told = lines.filter { $0.0 > 0 }
    guard !told.isEmpty else { return }
    page.heading("Not screened")
    page.table(told.map { [$0.1, TerminalReport.grouped($0.0)] }, right: [1])
  }
}
