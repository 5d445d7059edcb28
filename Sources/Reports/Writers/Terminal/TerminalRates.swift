import TimelineModel

/// The headline rates of the terminal summary, in one table.
enum TerminalRates {
  static func write(_ review: Review, _ page: inout TerminalPage) {
    let rows = rows(review)
    guard !rows.isEmpty else { return }
    page.line()
    page.table(
      [["", "measured", "such", "share", "95 % interval", "unknown"]]
        + rows.map { name, rate in
          [
            name, TerminalReport.grouped(rate.trials), TerminalReport.grouped(rate.count),
            rate.value.map(TerminalReport.percent) ?? "-", TerminalReport.interval(rate),
            TerminalReport.grouped(rate.unknown),
          ]
        }, right: [1, 2, 3, 4, 5])
    writeLift(review, &page)
    writeCategories(review.scan.headline, &page)
  }

  private static func rows(_ review: Review) -> [(String, Rate)] {
    let headline = review.scan.headline
    guard review.scan.run.organisation != nil else {
      return [
        ("safety (floor)", headline.safetyPrevalence),
        ("suitability (policy)", headline.suitabilityPrevalence),
      ]
    }
    var rows: [(String, Rate)] = []
    if headline.feeds.safety.trials > 0 {
      rows = [
        ("safety (floor)", headline.feeds.safety),
        ("suitability (policy)", headline.feeds.suitability),
        ("contradictions", headline.feeds.contradictions),
      ]
    }
    if headline.threads.safety.trials > 0 {
      rows += [
        ("conversations: safety", headline.threads.safety),
        ("conversations: suitability", headline.threads.suitability),
      ]
    }
    if !rows.isEmpty {
      rows.append(("base rate: unsuitable", headline.suitabilityPrevalence))
    }
    var replies = Rate()
    for surface in review.scan.outcome.tally.replySurface.values {
      replies.add(Rate(count: surface.unsuitable, trials: surface.replies + surface.quotes))
    }
    if replies.trials > 0 { rows.append(("replies: unsuitable", replies)) }
    return rows
  }

  private static func writeLift(_ review: Review, _ page: inout TerminalPage) {
    guard let lift = review.suitabilityLift, let ratio = lift.lift else { return }
    let p = lift.pValue.map { "; p = " + TerminalReport.decimal($0, 4) } ?? ""
    page.paragraph(
      "Unsuitable entries stand beside own posts \(TerminalReport.decimal(ratio, 1)) times as "
        + "often as by chance (lift\(p)).")
  }

  private static func writeCategories(_ headline: Headline, _ page: inout TerminalPage) {
    let parts = headline.categories.sorted {
      ($1.rate.count, $0.category) < ($0.rate.count, $1.category)
    }
    guard !parts.isEmpty else { return }
    let told = parts.map { part in
      let tiers = Tier.allCases.compactMap { tier in
        part.tiers[tier].map { "\(TerminalReport.grouped($0)) \(tier.rawValue)" }
      }
      return "\(part.category.rawValue) \(tiers.joined(separator: ", "))"
    }
    page.paragraph("Directly beside own posts: \(told.joined(separator: "; ")).")
  }
}
