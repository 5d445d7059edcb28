import TimelineModel

/// The answer that the terminal summary opens with, and what weakens it.
enum TerminalAnswer {
  /// From which share of unknowns on the answer says so at once.
  private static let muchUnknown = 0.1

  static func write(_ review: Review, _ page: inout TerminalPage) {
    let scan = review.scan
    page.line()
    guard scan.run.organisation != nil else {
      return page.paragraph(
        "No organisation was named, so this only says what the entries hold. Name the accounts "
          + "with --own or --org to measure what their posts appear alongside.", indent: 0)
    }
    guard scan.headline.feeds.safety.trials > 0 else {
      return page.paragraph(nothing(scan), indent: 0)
    }
    page.paragraph(answer(review), indent: 0)
    for limit in limits(scan) { page.paragraph(limit, indent: 0) }
  }

  private static func answer(_ review: Review) -> String {
    let rates = review.scan.headline.feeds
    let source = review.scan.run.policySource
    let measured = TerminalReport.counted(
      rates.safety.trials, "appearance of an own post", "appearances of own posts")
    let tiers = source?.setsTiers ?? false ? "the policy" : "the default table"
    var text =
      "Of \(measured), \(share(rates.safety)) directly beside the worst tier and "
      + "\(share(rates.suitability)) beside text that \(tiers) calls unsuitable; "
      + "\(TerminalReport.grouped(rates.contradictions.count)) contradicted what the post is about."
    if let posture = review.postures.first(where: { $0.scope == .all })?.posture {
      let isOwn = source?.setsClauses ?? false
      text += " By the \(isOwn ? "policy's" : "default") clauses: \(posture.rawValue)."
    }
    return text
  }

  private static func share(_ rate: Rate) -> String {
    guard rate.count > 0, let value = rate.value else { return "none stood" }
    return "\(TerminalReport.grouped(rate.count)) (\(TerminalReport.percent(value))) stood"
  }

  private static func limits(_ scan: ScanReport) -> [String] {
    let safety = scan.headline.feeds.safety
    var told: [String] = []
    if !scan.headline.isSufficient {
      told.append(
        "Too few for any claim below 1 %: at least "
          + "\(TerminalReport.grouped(scan.run.policy.minimumExposures)) are asked for.")
    }
    if let share = Rate(count: safety.unknown, trials: safety.trials).value, share >= muchUnknown {
      told.append(
        "\(TerminalReport.percent(share)) have nothing found but a neighbour not screened whole: "
          + "the true rates may be far higher.")
    }
    if !scan.outcome.isComplete {
      told.append("Incomplete: parts could not be read or decided; see above and below.")
    }
    if scan.run.assumesFeedOrder {
      told.append("Every file was taken for a feed as served, because the user said so.")
    }
    return told
  }

  private static func nothing(_ scan: ScanReport) -> String {
    let own = scan.outcome.tally.own
    if own == 0 {
      let accounts = (scan.run.organisation?.accounts ?? []).map(\.name)
      let entries = scan.outcome.tally.entries.values.reduce(0, +)
      return "No post by \(accounts.joined(separator: ", ")) is among the "
        + "\(TerminalReport.counted(entries, "entry", "entries")). Check the platform and the "
        + "handle or id; nothing can be said about what the posts appear alongside."
    }
    if scan.headline.threads.safety.trials > 0 {
      return "No own post stands in a feed; conversation pages are counted apart."
    }
    return TerminalReport.counted(own, "own post was", "own posts were")
      + " found, none in an order that shows what stood next to it; see below."
  }
}
