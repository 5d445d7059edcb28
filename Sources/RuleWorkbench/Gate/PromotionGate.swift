package import Diagnostics
import PatternEngine
package import RulePacks
import TimelineModel

/// What packs must pass before they ship.
package struct PromotionGate: Sendable {
  /// One thing that was checked.
  package struct Check: Sendable {
    /// What was checked.
    package var name: String
    /// Why it failed; nothing where it passed.
    package var failures: [String]
  }

  /// How far macro-F1 may fall before it is a regression: what a handful of texts makes out.
  private static let tolerance = 0.005

  private let sources: [PackSource]
  /// The rules as scans run them.
  package let rules: CompiledRules

  /// Reads and compiles packs; throws all that is wrong with them.
  package init(_ sources: [PackSource]) throws(DiagnosticList) {
    self.sources = sources
    rules = try CompiledRules(RuleLibrary(sources))
  }

  /// Every rule against its examples, and the packs against timelines.
  package func proof(timelines: [PackSource]) -> Check {
    let report = TestReport(of: sources, timelines: timelines)
    let errors = report.diagnostics.filter { $0.severity == .error }
    return Check(
      name: "examples and timelines",
      failures: errors.map { "\($0.location?.description ?? ""): \($0.message)" })
  }

  /// Harmless posts of our own: nothing may be found in them but what a post says under `may`.
  package func benign(_ file: CorpusFile) throws -> Check {
    let texts = try file.read(for: [])
    let screened = try TextScreen(rules).screen(
      texts.map { .init($0.text, language: $0.language) })
    var failures: [String] = []
    for (text, found) in zip(texts, screened) {
      for finding in found.findings {
        let rule = rules.rules[Int(finding.rule)]
        guard let category = rule.category, !text.allowed.contains(category) else { continue }
        failures.append("\(text.id): `\(rule.id)` finds \(category)")
      }
      if found.isUndecided { failures.append("\(text.id): a rule is undecided") }
    }
    return Check(name: "harmless posts: \(file.name)", failures: failures)
  }

  /// Labelled corpora: no more harmless texts flagged than before, and macro-F1 no lower.
  package func regressions(
    on corpora: CorpusFolder, against baseline: [PackSource]
  ) throws -> [Check] {
    let now = try Evaluation(rules).run(corpora)
    let before = try Evaluation(CompiledRules(RuleLibrary(baseline))).run(corpora)
    return zip(now.corpora, before.corpora).map { now, before in
      var failures: [String] = []
      let flagged = (now.figures.clean.count, before.figures.clean.count)
      if flagged.0 > flagged.1 {
        failures.append("\(flagged.0) harmless texts are flagged, \(flagged.1) before")
      }
      let scores = (now.figures.own.weights.macroF1, before.figures.own.weights.macroF1)
      if now.figures.own.positives > 0, scores.0 < scores.1 - Self.tolerance {
        failures.append(
          "macro-F1 is \((scores.0 * 100).rounded(to: 1)), "
            + "\((scores.1 * 100).rounded(to: 1)) before")
      }
      return Check(name: "no regression: \(now.name)", failures: failures)
    }
  }

  /// The checks as a page.
  package static func page(_ checks: [Check]) -> Page {
    let failed = checks.count { !$0.failures.isEmpty }
    var page = Page(
      "Promotion gate",
      failed == 0
        ? (checks.count == 1 ? "The one check passes." : "All \(checks.count) checks pass.")
        : "\(failed) of \(checks.count) checks \(failed == 1 ? "fails" : "fail")."
    )
    page.append(
      Page.Section(
        "Checks", "", columns: ["check", "result"],
        rows: checks.map { [.text($0.name), .text($0.failures.isEmpty ? "passes" : "fails")] }))
    page.append(
      Page.Section(
        "Failures", "", columns: ["check", "failure"],
        rows: checks.flatMap { check in check.failures.map { [.text(check.name), .text($0)] } }))
    return page
  }
}
