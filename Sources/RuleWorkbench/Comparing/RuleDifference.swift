package import RulePacks
import TimelineModel

/// What differs between two sets of packs, rule by rule.
package enum RuleDifference {
  /// The rules that came, went and changed, and what changed in them.
  package static func page(
    from old: (library: RuleLibrary, rules: CompiledRules),
    to new: (library: RuleLibrary, rules: CompiledRules)
  ) -> Page {
    let before = described(old)
    let after = described(new)
    var rows: [[Cell]] = []
    for id in Set(before.keys).union(after.keys).sorted() {
      switch (before[id], after[id]) {
      case (nil, let added?):
        rows.append([.text(id), .text("added"), .text(added[0].value)])
      case (let removed?, nil):
        let isRetired = new.library.packs.flatMap(\.retired).contains { $0.text == id }
        rows.append([
          .text(id), .text(isRetired ? "retired" : "removed"), .text(removed[0].value),
        ])
      case (let was?, let now?):
        var changed = zip(was, now).filter { $0.value != $1.value }
        // What a pattern stands for changes with it; only by itself is that worth a word.
        if changed.contains(where: { $0.0.key == "pattern" }) {
          changed.removeAll { $0.0.key == "words" }
        }
        let changes = changed.map(change)
        if !changes.isEmpty {
          rows.append([.text(id), .text("changed"), .text(changes.joined(separator: "; "))])
        }
      case (nil, nil): break
      }
    }
    var page = Page(
      "Difference between rule packs",
      rows.count == 1 ? "1 rule differs." : "\(rows.count) rules differ.")
    page.append(
      Page.Section(
        "Rules", "`words` stands for a pattern that is the same but for the words in it.",
        columns: ["rule", "", "what"], rows: rows))
    return page
  }

  private static func change(
    _ was: (key: String, value: String), _ now: (key: String, value: String)
  ) -> String {
    let isShort = max(was.value.count, now.value.count) <= 40
    if isShort { return "\(was.key) \(was.value) → \(now.value)" }
    return "\(was.key) \(placeOfChange(was.value, now.value))"
  }

  /// Where two long texts begin to differ.
  private static func placeOfChange(_ was: String, _ now: String) -> String {
    let same = zip(was, now).prefix { $0 == $1 }.count
    func part(_ text: String) -> String {
      let from = max(same - 12, 0)
      let part = text.dropFirst(from).prefix(40)
      return (from > 0 ? "…" : "") + part + (text.count > from + 40 ? "…" : "")
    }
    return "\(part(was)) → \(part(now))"
  }

  /// Every rule as named values, in one order.
  private static func described(
    _ packs: (library: RuleLibrary, rules: CompiledRules)
  ) -> [String: [(key: String, value: String)]] {
    var described: [String: [(key: String, value: String)]] = [:]
    for (number, (_, rule)) in packs.library.rules.enumerated() {
      func ids(_ places: [PlacedText]) -> String { places.map(\.text).joined(separator: " ") }
      func examples(_ isMatch: Bool) -> String {
        rule.examples.filter { if case .match = $0.expectation { isMatch } else { !isMatch } }
          .map(\.marked.text).joined(separator: " | ")
      }
      described[rule.id] = [
        ("summary", rule.summary), ("means", rule.meaning), ("target", rule.target ?? "none"),
        ("view", rule.view.rawValue),
        ("language", rule.languages?.map(\.description).joined(separator: " ") ?? "any"),
        ("fields", String(rule.fields.rawValue)),
        ("pattern", rule.pattern?.text ?? "none"),
        ("words", packs.rules.expandedPattern(of: number) ?? "none"),
        ("all", ids(rule.all)), ("any", ids(rule.any)), ("unless", ids(rule.unless)),
        ("near", rule.near.map { "\($0.rule.text) within \($0.words)" } ?? "none"),
        ("match examples", examples(true)), ("ignore examples", examples(false)),
      ]
    }
    return described
  }
}
