package import Diagnostics
internal import PatternEngine

/// What works but could be better: costs, missing proof, traps, things nobody uses.
package enum RuleLint {
  /// Everything worth a warning in a library without faults, in the order of files and lines.
  package static func warnings(of library: RuleLibrary) -> [Diagnostic] {
    let draft = RuleDraft(library)
    let context = LintContext(
      library: library, rules: library.rules, draft: draft, trial: try? ExampleTrial(library))
    return Lints.all.flatMap { $0.warnings(in: context) }.inReadingOrder
  }

  /// The codes of all lints, in order.
  package static var codes: [String] { Lints.all.map { $0.code } }
}
