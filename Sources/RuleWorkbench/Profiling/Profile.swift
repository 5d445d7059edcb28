import PatternEngine
package import RulePacks
import TimelineModel

/// What each rule costs on a corpus.
package enum Profile {
  /// The rules whose worst text is looked for.
  private static let mostExamined = 20

  /// The dearest rules first: how often they are tried and in vain, how long, and the worst text.
  package static func page(
    of rules: CompiledRules, on folder: CorpusFolder, limit: Int
  ) throws -> Page {
    var texts = TextBatch()
    var names: [String] = []
    for file in folder.files {
      for text in try file.read(for: []) {
        texts.append(text.text, language: text.language)
        names.append("\(file.name) \(text.id)")
      }
    }
    var profile = try RuleProfile(rules)
    try profile.add(texts.batch, texts.folded)
    let rows = profile.rows.filter { $0.candidates > 0 }.sorted {
      $0.time == $1.time ? $0.rule < $1.rule : $0.time > $1.time
    }
    let total = rows.reduce(.zero) { $0 + $1.time }
    var cells: [[Cell]] = []
    for (place, row) in rows.prefix(limit).enumerated() {
      let worst =
        place < mostExamined
        ? try StepCount.worst(of: row.rule, rules, on: texts) : nil
      cells.append([
        .text(rules.rules[row.rule].id), .number(row.time / .milliseconds(1), decimals: 1),
        .share(total == .zero ? 0 : row.time / total, nil), .count(row.candidates),
        .share(Rate(count: row.matches, trials: row.candidates)), .count(row.undecided),
        .number(row.time / .microseconds(1) / Double(row.candidates), decimals: 2),
        worst.map { .count(Int($0.limit)) } ?? .empty,
        worst.map { .text(names[$0.content] + ($0.isUndecided ? " (undecided)" : "")) }
          ?? .text(""),
      ])
    }
    var page = Page(
      "Profile of rule packs",
      "\(names.count) texts, \(rules.rules.count) rules; \((total / .milliseconds(1)).rounded(to: 1)) "
        + "ms in patterns. A rule is tried on a text that holds all that it requires.")
    page.append(
      Page.Section(
        "Rules",
        "The dearest first. Steps: a match limit that suffices for the worst text, up to a factor "
          + "of two (scans allow \(MatchLimits.standard.matchLimit)).",
        columns: [
          "rule", "ms", "share", "tried", "matched", "undecided", "µs a try", "steps", "worst text",
        ],
        rows: cells))
    return page
  }
}
