import TimelineModel

/// The headline block of the terminal summary.
enum TerminalHeadline {
  static func write(_ report: ScanReport, _ page: inout TerminalPage) {
    guard report.run.organisation != nil else { return writePrevalence(report, &page) }
    let headline = report.headline
    page.heading("What the posts appear alongside")
    guard headline.feeds.safety.trials > 0 else {
      writeNothingMeasured(report, &page)
      return
    }
    writeRates(report, &page)
    writeParts(headline, &page)
    writeCategories(headline, &page)
    writeReplySurface(report, &page)
  }

  private static func writeRates(_ report: ScanReport, _ page: inout TerminalPage) {
    let headline = report.headline
    var rows = [
      ["", "own posts", "beside it", "share", "95 % interval", "unknown"],
      row("safety (floor)", headline.feeds.safety),
      row("suitability (policy)", headline.feeds.suitability),
    ]
    if headline.threads.safety.trials > 0 {
      rows.append(row("on conversation pages: safety", headline.threads.safety))
      rows.append(row("on conversation pages: suitability", headline.threads.suitability))
    }
    page.table(rows, right: [1, 2, 3, 4, 5])
    if let share = headline.suitabilityPrevalence.value {
      let rate = headline.suitabilityPrevalence
      var text =
        "Base rate: \(TerminalReport.grouped(rate.count)) of "
        + "\(TerminalReport.counted(rate.trials, "entry", "entries")) by others unsuitable "
        + "(\(TerminalReport.percent(share)))"
      if let lift = headline.suitabilityLift {
        text +=
          "; own posts stand beside such entries \(decimal(lift)) times as often as by chance"
      }
      page.paragraph(text + ".")
    }
    if !headline.isSufficient {
      page.paragraph(
        "\(TerminalReport.counted(headline.feeds.safety.trials, "measured post is", "measured posts are"))"
          + " too few for any claim below 1 %: that takes at least "
          + "\(report.run.policy.minimumExposures).")
    }
    if report.run.assumesFeedOrder {
      page.paragraph("Order: every file was taken for a feed as served, because the user said so.")
    }
  }

  private static func row(_ name: String, _ rate: Rate) -> [String] {
    let interval = rate.interval.map {
      "\(TerminalReport.percent($0.low)) to \(TerminalReport.percent($0.high))"
    }
    return [
      name, TerminalReport.grouped(rate.trials), TerminalReport.grouped(rate.count),
      rate.value.map(TerminalReport.percent) ?? "-", interval ?? "-",
      TerminalReport.grouped(rate.unknown),
    ]
  }

  /// A number with one decimal.
  static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func writeParts(_ headline: Headline, _ page: inout TerminalPage) {
    let parts = headline.platforms.count > 1 ? headline.platforms : []
    guard parts.count + headline.accounts.count > 1 else { return }
    page.heading("By platform and account")
    var rows = [["", "own posts", "floor", "unsuitable", "mean risk", "highest"]]
    for part in parts + headline.accounts {
      rows.append([
        page.safe(part.name), TerminalReport.grouped(part.cell.safety.trials),
        TerminalReport.grouped(part.cell.safety.count),
        TerminalReport.grouped(part.cell.suitability.count),
        part.cell.meanRisk.map(hundredths) ?? "-", hundredths(part.cell.highestRisk),
      ])
    }
    page.table(rows, right: [1, 2, 3, 4, 5])
  }

  /// A risk with two decimals.
  static func hundredths(_ risk: Double) -> String {
    let units = Int((risk * 100).rounded())
    return "\(units / 100).\(units % 100 < 10 ? "0" : "")\(units % 100)"
  }

  private static func writeCategories(_ headline: Headline, _ page: inout TerminalPage) {
    guard !headline.categories.isEmpty else { return }
    page.heading("Directly beside own posts, by category")
    var rows = [["", "own posts"] + Tier.allCases.map(\.rawValue)]
    for part in headline.categories {
      rows.append(
        [part.category.rawValue, String(part.rate.count)]
          + Tier.allCases.map { part.tiers[$0].map(String.init) ?? "" })
    }
    page.table(rows, right: [1, 2, 3, 4, 5])
  }

  private static func writeReplySurface(_ report: ScanReport, _ page: inout TerminalPage) {
    let surfaces = report.outcome.tally.replySurface.sorted { $0.key < $1.key }
    guard !surfaces.isEmpty, let accounts = report.run.organisation?.accounts else { return }
    page.heading("Replies and quotes under own posts")
    var rows = [["", "replies", "quotes", "unsuitable", "reposts by others"]]
    for (index, surface) in surfaces {
      rows.append([
        page.safe(accounts[index].name), TerminalReport.grouped(surface.replies),
        TerminalReport.grouped(surface.quotes), TerminalReport.grouped(surface.unsuitable),
        TerminalReport.grouped(surface.reposts),
      ])
    }
    page.table(rows, right: [1, 2, 3, 4])
  }

  private static func writeNothingMeasured(_ report: ScanReport, _ page: inout TerminalPage) {
    let tally = report.outcome.tally
    let accounts = (report.run.organisation?.accounts ?? []).map(\.name)
    if tally.own == 0 {
      page.paragraph(
        "No post by \(accounts.joined(separator: ", ")) is among the "
          + "\(TerminalReport.counted(tally.entries.values.reduce(0, +), "entry", "entries")). "
          + "Check the platform and the handle or id; nothing can be said about what the posts "
          + "appear alongside.")
    } else if report.headline.threads.safety.trials > 0 {
      page.table(
        [
          ["", "own posts", "beside it", "share", "95 % interval", "unknown"],
          row("on conversation pages: safety", report.headline.threads.safety),
          row("on conversation pages: suitability", report.headline.threads.suitability),
        ], right: [1, 2, 3, 4, 5])
      page.paragraph("No own post stands in a feed; conversation pages are counted apart.")
    } else {
      page.paragraph(
        "\(TerminalReport.counted(tally.own, "own post was", "own posts were")) found, none in an "
          + "order that shows what stood next to it; see below.")
    }
    writeReplySurface(report, &page)
  }

  private static func writePrevalence(_ report: ScanReport, _ page: inout TerminalPage) {
    page.heading("What the entries hold")
    page.table(
      [
        ["", "entries", "found", "share", "95 % interval", "unknown"],
        row("safety (floor)", report.headline.safetyPrevalence),
        row("suitability (policy)", report.headline.suitabilityPrevalence),
      ], right: [1, 2, 3, 4, 5])
    page.paragraph("Name the organisation's accounts with --own or --org to measure adjacency.")
  }
}
