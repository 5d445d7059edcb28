internal import Diagnostics

/// A signal means nothing by itself, so somebody must refer to it.
enum UnusedSignals: Lint {
  static let code = PackCode.unusedSignal

  static func warnings(in context: LintContext) -> [Diagnostic] {
    let needed = Set(context.draft.conditions.flatMap(\.needed))
    return context.rules.enumerated().compactMap { number, entry in
      guard case .signal = entry.rule.role, !needed.contains(number) else { return nil }
      return context.warning(
        code, "nothing refers to the signal `\(entry.rule.id)`", about: number,
        help: "refer to it, or give it a `category` or a `stance`")
    }
  }
}
