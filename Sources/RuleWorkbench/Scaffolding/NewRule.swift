package import RulePacks

/// The beginning of a rule, for its author to fill in.
package enum NewRule {
  /// What to write, and where.
  package struct Draft: Sendable {
    /// The rule's id.
    package var id: String
    /// The pack that it goes into; nil where there is none of that name yet.
    package var pack: RulePack?
    /// The text: a rule to append, or a whole new pack file.
    package var text: String
  }

  /// A draft for a family such as `racism.go-home`, with the next free number; nil when that is no
  /// name of a pack and a family.
  package static func draft(family: String, category: String, in library: RuleLibrary) -> Draft? {
    let parts = family.split(separator: ".", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      part.first?.isLowercase == true
        && part.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
    }
    guard parts.count == 2, isName else { return nil }
    let id = "\(family).\(nextNumber(of: family, in: library))"
    let rule = """
        - id: \(id)
          summary: says in one line what the rule finds
          category: \(category)
          tier: low
          confidence: 0.5
          strictness: 2
          pattern: |-
            (?x) \\b replace \\s+ this \\b
          examples:
            match: ["«replace this»", "please «replace this» pattern"]
            ignore: ["replaced this", "replace that"]

      """
    guard let pack = library.packs.first(where: { $0.name == parts[0] }) else {
      return Draft(
        id: id, pack: nil,
        text: """
          pack: \(parts[0])
          version: 0.1.0
          language: en
          summary: says in one line what the pack finds
          rules:

          """ + rule)
    }
    return Draft(id: id, pack: pack, text: rule)
  }

  /// The next multiple of ten that no rule of the family has or had.
  private static func nextNumber(of family: String, in library: RuleLibrary) -> String {
    let ids = library.rules.map(\.rule.id) + library.packs.flatMap(\.retired).map(\.text)
    let used = ids.filter { $0.hasPrefix(family + ".") }
      .compactMap { Int($0.dropFirst(family.count + 1)) }
    let next = ((used.max() ?? 0) / 10 + 1) * 10
    return String(repeating: "0", count: max(0, 3 - String(next).count)) + String(next)
  }
}
