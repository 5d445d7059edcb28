internal import Diagnostics

/// An `unless` that no `ignore` example shows at work.
///
/// Only rules of the same pack that are named in full count: what a whole pack's rules are excused
/// by (`counter.*`) is proved once, where it is written.
enum UntriedExceptions: Lint {
  static let code = PackCode.untriedException

  static func warnings(in context: LintContext) -> [Diagnostic] {
    context.rules.indices.compactMap { number in
      let (pack, rule) = context.rules[number]
      let own = rule.unless.filter {
        $0.text.hasPrefix(pack.name + ".") && !$0.text.hasSuffix("*")
      }
      guard rule.category != nil, !own.isEmpty else { return nil }
      let droppers = Set(
        context.trial.finds[number].flatMap(\.hits).filter { $0.rule == number }.compactMap {
          $0.droppedBy.map { context.rules[$0].rule.id }
        })
      guard let first = own.first(where: { !droppers.contains($0.text) }) else { return nil }
      return context.warning(
        code, "no `ignore` example shows `\(first.text)` drop `\(rule.id)`",
        at: first.place, length: first.text.unicodeScalars.count, in: pack,
        help: "add an `ignore` example that the pattern matches and `unless` drops")
    }
  }
}
