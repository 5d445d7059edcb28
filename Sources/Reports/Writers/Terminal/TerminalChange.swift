import TimelineModel

/// What the terminal summary says about an earlier period, and about turns.
enum TerminalChange {
  /// How many rates and turns fit beside the rest.
  private static let shown = 8

  static func write(_ review: Review, _ page: inout TerminalPage) {
    guard let change = review.change else { return }
    page.heading(
      change.against.map { "\(change.period.name) against \($0.name)" } ?? change.period.name)
    if change.methods.count > 1 {
      page.paragraph(
        page.alarm("Not measured alike:")
          + " packs, policy or program changed in between, and a difference may come from that. "
          + "`alongside batch rescan` measures a period anew.")
    }
    writeComparisons(change, &page)
    for posture in change.postures {
      page.paragraph(
        "Posture of \(name(posture.scope)): was \(posture.before?.posture?.rawValue ?? "none"), "
          + "is \(posture.after.posture?.rawValue ?? "none").")
    }
    for turn in change.turns.prefix(shown) {
      page.paragraph(
        "From \(turn.day) on, \(name(turn.scope, turn.figure)): "
          + "\(share(turn.after)), before \(share(turn.before)).")
    }
    if change.turns.isEmpty, let watched = change.watched {
      page.paragraph(
        "No day from \(watched.first) to \(watched.last) is found from which on a rate was another."
      )
    }
    let new = change.families.filter(\.isNew).map(\.name)
    if change.against != nil, !new.isEmpty {
      page.paragraph("New beside own posts: \(new.prefix(shown).joined(separator: ", ")).")
    }
  }

  private static func writeComparisons(_ change: PeriodChange, _ page: inout TerminalPage) {
    guard change.against != nil else { return }
    var rows = [["", "before", "now", "difference", "95 % interval", ""]]
    // Overall first, then whatever is more than chance.
    let told = change.comparisons.filter { comparison in
      comparison.isSignificant
        || comparison.scope == .all
          && [.safety, .suitability, .contradictions].contains(comparison.figure)
    }
    for comparison in told.prefix(shown) {
      rows.append([
        page.safe(name(comparison.scope, comparison.figure)), share(comparison.before),
        share(comparison.after), comparison.difference.map(points) ?? "-",
        comparison.low.flatMap { low in
          comparison.high.map { "\(points(low)) to \(points($0))" }
        } ?? "-",
        comparison.isSignificant
          ? (comparison.difference ?? 0) > 0 ? "risen" : "fallen" : "may be chance",
      ])
    }
    page.table(rows, right: [1, 2, 3, 4])
  }

  private static func share(_ rate: Rate) -> String {
    rate.value.map { TerminalReport.percent($0) + " of " + TerminalReport.grouped(rate.trials) }
      ?? "-"
  }

  /// Percentage points with their sign.
  private static func points(_ difference: Double) -> String {
    (difference < 0 ? "-" : "+") + TerminalReport.percent(abs(difference)).dropLast(2)
  }

  private static func name(
    _ scope: PostureStatement.Scope, _ figure: PeriodChange.Figure
  ) -> String {
    let figure =
      switch figure {
      case .safety: "safety"
      case .suitability: "suitability"
      case .contradictions: "contradictions"
      case .category(let category): category.rawValue
      }
    return scope == .all ? figure : name(scope) + " " + figure
  }

  private static func name(_ scope: PostureStatement.Scope) -> String {
    switch scope {
    case .all: "all"
    case .platform(let name), .account(let name): name
    }
  }
}
