package import Diagnostics
package import RulePacks

/// What a test of packs came to, rule by rule.
package struct TestReport: Sendable {
  /// One rule, or one file of timelines.
  package struct Case: Sendable {
    /// The pack, or `timelines`.
    package var suite: String
    /// The rule's id, or the file's name.
    package var name: String
    /// The file.
    package var file: String
    /// What is wrong with it.
    package var diagnostics: [Diagnostic]
  }

  /// How many packs, rules, examples and posts of timelines were tried.
  package var packs = 0
  package var rules = 0
  package var examples = 0
  package var posts = 0
  /// The cases, in the order of files and lines.
  package var cases: [Case] = []
  /// What keeps the packs from being tried at all.
  package var faults: [Diagnostic] = []

  /// Everything that is wrong, in the order of reading.
  package var diagnostics: [Diagnostic] {
    (faults + cases.flatMap(\.diagnostics)).inReadingOrder
  }

  /// Whether nothing fails; a disguise that slips through is only a warning.
  package var passes: Bool { errorCount == 0 }

  /// How many errors there are.
  package var errorCount: Int { diagnostics.count { $0.severity == .error } }

  /// Tests packs against their examples and against timelines.
  package init(
    of sources: [PackSource], timelines: [PackSource] = [], disguised: Bool = false,
    isolated: Bool = false
  ) {
    do {
      let library = try RuleLibrary(sources)
      // Where all rules are tried on every example, literals pay for themselves.
      let compiled = try isolated ? CompiledRules(library) : CompiledRules(proving: library)
      let proof = RuleProof(library, compiled)
      packs = library.packs.count
      rules = library.rules.count
      examples = proof.exampleCount
      let faults = try proof.faultsByRule(disguised: disguised, isolated: isolated)
      cases = zip(library.rules, faults).map { entry, found in
        Case(
          suite: entry.pack.name, name: entry.rule.id, file: entry.pack.source.name,
          diagnostics: found)
      }
      for timeline in timelines {
        let (found, posts) = try TimelineProof(compiled).faults(of: [timeline])
        self.posts += posts
        cases.append(
          Case(suite: "timelines", name: timeline.name, file: timeline.name, diagnostics: found))
      }
    } catch let list as DiagnosticList {
      faults = list.diagnostics
    } catch {
      faults = [Diagnostic(.error, "R019", "the rules cannot be run: \(error)")]
    }
  }
}
