internal import TimelineModel

/// Reads one rule.
enum RuleReader {
  /// What a rule takes from its pack.
  struct Defaults {
    /// The pack's id, or nil where it cannot be read.
    var pack: String?
    var languages: [LanguageCode]?
    var fields: FieldSet
  }

  /// The rule, or nil when it has no id or nothing to look for; faults are left in the reader.
  static func read(_ reader: inout MappingReader, defaults: Defaults) -> Rule? {
    guard reader.isMapping else { return nil }
    let id = readID(&reader, pack: defaults.pack)
    let summary = reader.text("summary", required: true)
    let role = readRole(&reader)
    let evidence = readEvidence(&reader)
    let confidence = reader.number("confidence", in: "above 0 and up to 1") { $0 > 0 && $0 <= 1 }
    let strictness = reader.integer("strictness", in: 1...3)
    let view = reader.name("view", among: Rule.View.allCases.map(\.rawValue)) {
      Rule.View(rawValue: $0)
    }
    let target = reader.text("target")
    let languages = reader.languages("language")
    let fields = reader.fields("fields")
    let near = readNear(&reader)
    let examples = ExampleReader.read(&reader)
    let conditions = (reader.texts("all"), reader.texts("any"), reader.texts("unless"))
    guard let id, let role, let evidence else { return nil }
    return Rule(
      id: id.text, place: id.place, summary: summary?.text ?? "", role: role,
      target: target?.text, confidence: confidence ?? 1,
      strictness: strictness ?? 1, view: view ?? .folded,
      languages: languages ?? defaults.languages, fields: fields ?? defaults.fields,
      evidence: evidence, all: conditions.0, any: conditions.1, unless: conditions.2, near: near,
      examples: examples)
  }

  private static func readID(_ reader: inout MappingReader, pack: String?) -> PlacedText? {
    guard let id = reader.text("id", required: true) else { return nil }
    guard let parts = PackNames.parts(ofRule: id.text) else {
      reader.fault(
        PackCode.malformedName, "`\(id.text)` is not a rule id", at: id,
        help: "write pack.family.number, such as \(pack ?? "pack").family.010")
      return nil
    }
    if let pack, parts.pack != pack {
      reader.fault(
        PackCode.foreignID, "`\(id.text)` belongs to another pack than `\(pack)`", at: id,
        help: "write \(pack).\(parts.family).\(parts.number)")
    }
    return id
  }

  private static func readRole(_ reader: inout MappingReader) -> Rule.Role? {
    let category = reader.text("category")
    let stance = reader.name("stance", among: Stance.allCases.map(\.rawValue)) {
      Stance(rawValue: $0)
    }
    let tier = reader.name("tier", among: Tier.allCases.map(\.rawValue)) { Tier(rawValue: $0) }
    let lowers = reader.texts("lowers")
    if let category, reader.has("stance") {
      reader.fault(
        PackCode.conflictingKeys, "a rule has a `category` or a `stance`, not both", at: category,
        help: "make two rules of it")
      return nil
    }
    if reader.has("theme") { return readTheme(&reader) }
    for key in ["tier", "confidence", "target"] where !reader.has("category") {
      reader.exclude(key, help: "only rules with a `category` have a `\(key)`")
    }
    if !reader.has("stance") {
      reader.exclude("lowers", help: "only rules with a `stance` lower categories")
    }
    if let category {
      guard reader.has("tier") else {
        reader.missing("tier", help: "say how bad a match is: floor, high, medium or low")
        return nil
      }
      return tier.map { .finding(category, $0) }
    }
    guard reader.has("stance") else { return reader.has("category") ? nil : .signal }
    guard let stance else { return nil }
    if stance == .endorse {
      reader.exclude("lowers", help: "a rule for endorsement lowers nothing; refer to it instead")
    }
    return .stance(stance, lowers: reader.has("lowers") ? lowers : nil)
  }

  private static func readTheme(_ reader: inout MappingReader) -> Rule.Role? {
    for key in ["category", "stance", "tier", "confidence", "target", "lowers", "strictness"] {
      reader.exclude(key, help: "a rule for a `theme` has no `\(key)`; make two rules of it")
    }
    guard let theme = reader.text("theme") else { return nil }
    if !PackNames.isName(theme.text) {
      reader.fault(
        PackCode.malformedName, "`\(theme.text)` is not a theme", at: theme,
        help: "write lower-case letters, digits and `-`, a letter first")
    }
    return .theme(ThemeID(theme.text))
  }

  private static func readEvidence(_ reader: inout MappingReader) -> Rule.Evidence? {
    let pattern = reader.text("pattern")
    guard reader.has("labels") else {
      if reader.has("pattern") { return pattern.map { .pattern($0) } }
      if reader.has("all") || reader.has("any") {
        return combination(&reader)
      }
      reader.missing(
        "pattern", help: "add `pattern:`, `labels:` for platform labels, or `all:` or `any:`")
      return nil
    }
    for key in ["pattern", "view", "fields", "near"] {
      reader.exclude(key, help: "a rule for `labels` has no `\(key)`")
    }
    let labels = reader.texts("labels")
    return labels.isEmpty ? nil : .labels(labels)
  }

  /// A rule without evidence of its own, which has no span that a finding could show.
  private static func combination(_ reader: inout MappingReader) -> Rule.Evidence? {
    if reader.has("category") {
      reader.missing("pattern", help: "a finding needs a pattern or labels to show")
      return nil
    }
    for key in ["view", "fields", "near"] {
      reader.exclude(key, help: "a rule without a pattern has no `\(key)`")
    }
    return .conditions
  }

  private static func readNear(_ reader: inout MappingReader) -> Rule.Near? {
    guard let node = reader.node("near") else { return nil }
    var near = MappingReader(node, what: "`near`", keys: PackKeys.near, in: reader.source)
    let rule = near.text("rule", required: true)
    if !near.has("words") { near.missing("words") }
    let words = near.integer("words", in: 0...100)
    reader.append(near.faults)
    guard let rule, let words else { return nil }
    return Rule.Near(rule: rule, words: words)
  }
}
