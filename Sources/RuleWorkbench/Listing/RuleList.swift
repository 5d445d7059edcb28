package import RulePacks
import TimelineModel

/// Every rule in a line.
package enum RuleList {
  /// What is known of a rule beside its pack.
  package struct Facts: Sendable {
    /// What an evaluation says, if there was one.
    package var figures: [RuleFigures]?
    /// The day and commit of each rule's last change, by id.
    package var changes: [String: String]

    /// Gathers facts.
    package init(figures: [RuleFigures]? = nil, changes: [String: String] = [:]) {
      self.figures = figures
      self.changes = changes
    }
  }

  /// The rules whose ids begin so, in the order of files and lines.
  package static func page(
    of library: RuleLibrary, prefix: String = "", _ facts: Facts
  ) -> Page {
    var rows: [[Cell]] = []
    for (number, (_, rule)) in library.rules.enumerated() where rule.id.hasPrefix(prefix) {
      let figures = facts.figures?[number]
      rows.append([
        .text(rule.id), .text(kind(of: rule)), .text(rule.tier?.rawValue ?? ""),
        .count(rule.strictness), .count(rule.examples.count),
        rule.tier == nil ? .empty : .share(rule.confidence, nil),
        figures.map { .count($0.hits) } ?? .empty,
        figures.map { .share($0.precision) } ?? .empty,
        .text(facts.changes[rule.id] ?? ""), .text(rule.summary),
      ])
    }
    var page = Page(
      "Rule packs",
      "\(rows.count) \(rows.count == 1 ? "rule" : "rules") of \(library.rules.count) in "
        + "\(library.packs.count) \(library.packs.count == 1 ? "pack" : "packs").")
    page.append(
      Page.Section(
        "Rules", "Hits and precision as measured on the corpora named, if any.",
        columns: [
          "rule", "finds", "tier", "strictness", "examples", "stated", "hits", "precision",
          "changed", "summary",
        ],
        rows: rows))
    return page
  }

  private static func kind(of rule: Rule) -> String {
    if let category = rule.category { return category.rawValue }
    if case .stance(let stance, _) = rule.role { return "stance \(stance.rawValue)" }
    if let theme = rule.theme { return "theme \(theme.rawValue)" }
    return "signal"
  }
}
