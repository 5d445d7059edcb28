import Spreadsheets
import TimelineModel

/// Every rate of a review, a row each.
struct CSVRates {
  static let columns = [
    "group", "line", "rate", "k", "n", "unknown", "share", "low95", "high95", "method",
  ]

  private var csv: CSVText

  private init(_ language: ReportLanguage) {
    csv = CSVText(language)
  }

  /// The rows of a review.
  static func rows(_ review: Review, _ language: ReportLanguage) -> [UInt8] {
    var table = Self(language)
    let headline = review.scan.headline
    table.add("headline", "feeds", headline.feeds)
    table.add("headline", "threads", headline.threads)
    table.add("base", "others", "safety", headline.safetyPrevalence)
    table.add("base", "others", "suitability", headline.suitabilityPrevalence)
    for rate in review.clustered { table.add(rate) }
    for rate in review.corrected { table.add(rate) }
    for pair in review.contradictions.pairs {
      table.add(
        "contradiction", "\(pair.theme) x \(pair.category)", "contradiction", pair.rate)
    }
    for breakdown in review.breakdowns {
      for line in breakdown.lines { table.add(breakdown.dimension.rawValue, line.name, line.cell) }
    }
    for series in review.series {
      for point in series.points {
        table.add(series.unit.rawValue, String(point.start.description.prefix(10)), point.cell)
      }
    }
    for row in review.sensitivity.rows { table.add(row) }
    for account in review.replies {
      table.add("replies", account.account, "suitability", account.unsuitable)
    }
    return table.csv.bytes
  }

  private mutating func add(_ group: String, _ line: String, _ cell: Headline.Cell) {
    add(group, line, "safety", cell.safety)
    add(group, line, "suitability", cell.suitability)
    add(group, line, "contradiction", cell.contradictions)
  }

  private mutating func add(_ group: String, _ line: String, _ name: String, _ rate: Rate) {
    csv.row([
      .text(group), .text(line), .text(name), .whole(rate.count), .whole(rate.trials),
      .whole(rate.unknown), .number(rate.value), .number(rate.interval?.low),
      .number(rate.interval?.high), .text("wilson"),
    ])
  }

  private mutating func add(_ clustered: ClusteredRate) {
    let rate = clustered.rate
    csv.row([
      .text("headline"), .text("feeds"), .text(clustered.name.rawValue), .whole(rate.count),
      .whole(rate.trials), .whole(rate.unknown), .number(rate.value),
      .number(clustered.interval.low), .number(clustered.interval.high),
      .text("bootstrap over captures"),
    ])
  }

  private mutating func add(_ corrected: CorrectedRate) {
    csv.row([
      .text("corrected"), .text(corrected.subject.rawValue), .text(corrected.name.rawValue),
      .whole(corrected.apparent.count), .whole(corrected.apparent.trials),
      .whole(corrected.apparent.unknown), .number(corrected.corrected),
      .number(corrected.interval?.low), .number(corrected.interval?.high),
      .text("rogan-gladen"),
    ])
  }

  private mutating func add(_ row: SensitivityTable.Row) {
    let stance = row.appliesStance ? "with stance" : "without stance"
    let line = "window \(row.window), strictness \(row.strictness), \(stance)"
    add("sensitivity", line, "safety", row.safety)
    add("sensitivity", line, "suitability", row.suitability)
  }
}
