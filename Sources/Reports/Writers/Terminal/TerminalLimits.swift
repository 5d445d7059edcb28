import TimelineModel

/// What the terminal summary says about what was not measured and not screened.
enum TerminalLimits {
  static func write(_ report: ScanReport, _ page: inout TerminalPage) {
    writeRefusals(report, &page)
    writeUnscreened(report, &page)
    page.line()
    page.paragraph(
      "This is text screening by rules: pictures, sound, irony and what is only implied are not "
        + "seen. \(packs(report.run.packs))")
  }

  /// Names a few packs; of many, how many there are and who names them.
  private static func packs(_ packs: [RunInfo.Pack]) -> String {
    guard packs.count > 3 else {
      return "Packs: " + packs.map { "\($0.name) \($0.version)" }.joined(separator: ", ") + "."
    }
    let rules = packs.reduce(0) { $0 + $1.rules }
    return "\(TerminalReport.grouped(rules)) rules in \(packs.count) packs, which "
      + "`alongside --version` names."
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
