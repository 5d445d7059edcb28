package import Diagnostics
internal import PatternEngine

/// What works but could be better: costs, missing proof, traps, things nobody uses.
package enum RuleLint {
  /// What keeps a library from being compiled or, when nothing does, everything worth a warning, in
  /// the order of files and lines.
  ///
  /// With a prefix, only rules whose ids begin so are looked into, and only they are spoken of.
  package static func diagnostics(
    of library: RuleLibrary, about prefix: String = ""
  ) -> [Diagnostic] {
    let draft = RuleDraft(library, buildsTable: true)
    guard draft.faults.isEmpty else { return draft.faults.inReadingOrder }
    let ids = library.rules.map(\.rule.id)
    guard prefix.isEmpty || ids.contains(where: { $0.hasPrefix(prefix) }) else {
      return [
        Diagnostic(
          .error, PackCode.badReference, "no rule's id begins with `\(prefix)`",
          help: Suggestion.help(forRule: prefix, among: ids))
      ]
    }
    let context: LintContext
    do {
      let rules = try CompiledRules(library, draft, options: .init())
      context = try LintContext(library, draft, rules, about: prefix)
    } catch let list as DiagnosticList {
      return list.diagnostics
    } catch {
      return [Diagnostic(.error, PackCode.unusablePattern, "the rules cannot be run: \(error)")]
    }
    return AllCores.map(Lints.all.count) { Lints.all[$0].warnings(in: context) }
      .flatMap(\.self).filter(context.isWanted).inReadingOrder
  }

  /// The codes of all lints, in order.
  package static var codes: [String] { Lints.all.map { $0.code } }
}
