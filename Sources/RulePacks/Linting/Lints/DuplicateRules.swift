internal import Diagnostics
internal import PatternEngine
internal import TimelineModel

/// Two rules that find the same, under the same conditions.
enum DuplicateRules: Lint {
  static let code = PackCode.duplicateRule

  private struct Key: Hashable {
    var pattern: String
    var category: CategoryID?
    var view: Rule.View
    var languages: [LanguageCode]?
    var fields: FieldSet
    var conditions: [[Int]]
  }

  static func warnings(in context: LintContext) -> [Diagnostic] {
    var first: [Key: Int] = [:]
    var warnings: [Diagnostic] = []
    for (number, (_, rule)) in context.rules.enumerated() {
      guard let pattern = context.draft.patterns[number]?.source else { continue }
      let conditions = context.draft.conditions[number]
      let key = Key(
        pattern: pattern, category: rule.category, view: rule.view, languages: rule.languages,
        fields: rule.fields,
        conditions: [
          conditions.all, conditions.any, conditions.unless,
          conditions.near.map { [$0.rule, $0.words] } ?? [],
        ])
      guard let other = first[key] else {
        first[key] = number
        continue
      }
      warnings.append(
        context.warning(
          code, "`\(rule.id)` looks for the same as `\(context.rules[other].rule.id)`",
          about: number, help: "keep one of the two, and retire the other's id"))
    }
    return warnings
  }
}
