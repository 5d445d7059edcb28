internal import Diagnostics

/// A pattern that requires no literal text is tried on every post.
enum AlwaysRuns: Lint {
  static let code = PackCode.alwaysRuns

  static func warnings(in context: LintContext) -> [Diagnostic] {
    context.rules.enumerated().compactMap { number, entry in
      guard context.draft.required[number]?.isEmpty == true else { return nil }
      return context.warning(
        code, "`\(entry.rule.id)` requires no literal text, so it runs on every post",
        at: entry.rule.pattern?.place ?? entry.rule.place, in: entry.pack,
        help: "let every alternative hold at least three ordinary letters in a row")
    }
  }
}
