import Spreadsheets
import TimelineModel

/// What became different between two periods: rates compared, days from which on a rate was another,
/// rule families, and postures.
struct CSVChanges {
  static let columns = [
    "what", "scope", "figure", "day", "k_before", "n_before", "share_before", "k_after", "n_after",
    "share_after", "difference", "low95", "high95", "p",
  ]

  private var csv: CSVText

  static func rows(_ change: PeriodChange, _ language: ReportLanguage) -> [UInt8] {
    var table = Self(csv: CSVText(language))
    for one in change.comparisons {
      table.add(
        "rate", scope(one.scope), figure(one.figure), nil, one.before, one.after,
        [one.difference, one.low, one.high, one.pValue])
    }
    for turn in change.turns {
      table.add(
        "turn", scope(turn.scope), figure(turn.figure), turn.day, turn.before, turn.after,
        [nil, nil, nil, turn.pValue])
    }
    for family in change.families {
      table.add(
        "family", family.category.rawValue, family.name, nil, family.before, family.after,
        [nil, nil, nil, nil])
    }
    for posture in change.postures {
      let stated = [posture.before?.posture, posture.after.posture].map { $0?.rawValue ?? "none" }
      table.csv.row(
        [.text("posture"), .text(scope(posture.scope)), .text(stated.joined(separator: " > "))]
          + columns.dropFirst(3).map { _ in .text(nil) })
    }
    return table.csv.bytes
  }

  private mutating func add(
    _ what: String, _ scope: String, _ figure: String, _ day: String?, _ before: Rate,
    _ after: Rate, _ test: [Double?]
  ) {
    csv.row(
      [.text(what), .text(scope), .text(figure), .text(day)]
        + [before, after].flatMap { rate -> [CSVText.Cell] in
          [.whole(rate.count), .whole(rate.trials), .number(rate.value)]
        } + test.map { .number($0) })
  }

  private static func scope(_ scope: PostureStatement.Scope) -> String {
    switch scope {
    case .all: "all"
    case .platform(let name), .account(let name): name
    }
  }

  private static func figure(_ figure: PeriodChange.Figure) -> String {
    switch figure {
    case .safety: "safety"
    case .suitability: "suitability"
    case .contradictions: "contradiction"
    case .category(let category): category.rawValue
    }
  }
}
