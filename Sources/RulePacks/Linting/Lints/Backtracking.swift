internal import Diagnostics
internal import PatternEngine

/// A pattern that a post of a few thousand characters can make undecidable.
enum Backtracking: Lint {
  static let code = PackCode.backtracking

  static func warnings(in context: LintContext) -> [Diagnostic] {
    context.warnings { number in
      let entry = context.rules[number]
      guard let pattern = context.draft.patterns[number], let tree = context.trees[number],
        let text = entry.rule.pattern
      else { return nil }
      var sampler = PatternSampler()
      let attacks = BacktrackingAttack.all(on: tree, &sampler)
      guard let attack = attacks.first(where: { isUndecided($0.text, pattern) }) else {
        return nil
      }
      let mark = context.mark(ofByte: attack.range.lowerBound, inPatternOf: number)
      return context.warning(
        code,
        "`\(entry.rule.id)` backtracks beyond its limits on `\(attack.summary)`, because of "
          + "`\(attack.part)`",
        at: mark?.place ?? text.place, length: mark?.length ?? 1, in: entry.pack,
        help: "let only one way lead through each repetition, or make it possessive (`++`, `(?>…)`)"
      )
    }
  }

  /// PCRE2 decides: the attack counts only when it works within the limits of scans.
  private static func isUndecided(_ text: String, _ pattern: Pattern) -> Bool {
    var workspace = MatchWorkspace()
    do throws(MatchFailure) {
      _ = try workspace.firstMatch(of: pattern, in: text.utf8Span)
      return false
    } catch {
      return true
    }
  }
}
