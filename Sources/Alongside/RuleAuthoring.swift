public import Diagnostics
import PatternEngine
package import RulePacks

/// What authors ask of their packs; works on packs with faults too, and tells all of them.
public struct RuleAuthoring: Sendable {
  package let sources: [PackSource]

  /// Opens the packs under a folder.
  public init(folder: String) throws(DiagnosticList) {
    sources = try LoadedRules.sources(in: folder)
  }

  /// Opens the packs of another folder, or of a revision of the repository that `folder` lies in.
  package init(revision: String, of folder: String) throws(DiagnosticList) {
    sources = try RuleRevision.sources(revision, of: folder)
  }

  /// The rules as scans run them; throws all that is wrong with them.
  package func compiled(
    strictness: Int = 1, appliesStance: Bool = true
  ) throws(DiagnosticList) -> CompiledRules {
    try CompiledRules(
      try RuleLibrary(sources),
      options: .init(strictness: strictness, appliesStance: appliesStance))
  }

  /// What a test of all packs came to.
  public struct TestResult: Sendable {
    /// The packs.
    public var packs = 0
    /// The rules.
    public var rules = 0
    /// The examples held against them.
    public var examples = 0
    /// Everything that is wrong.
    public var diagnostics: [Diagnostic] = []

    /// Whether no rule fails its examples; a disguise that slips through is only a warning.
    public var passes: Bool { !diagnostics.contains { $0.severity == .error } }
  }

  /// Holds every rule against its own examples; with `disguised` in disguises too.
  public func test(disguised: Bool) -> TestResult {
    var result = TestResult()
    do {
      let library = try RuleLibrary(sources)
      result.packs = library.packs.count
      result.rules = library.rules.count
      let proof = try RuleProof(library)
      result.examples = proof.exampleCount
      result.diagnostics = try proof.faults(disguised: disguised)
    } catch let list as DiagnosticList {
      result.diagnostics = list.diagnostics
    } catch {
      result.diagnostics = [
        Diagnostic(.error, "R019", "the rules cannot be run: \(error)")
      ]
    }
    return result
  }

  /// Faults and, when there are none, what could be better.
  public func lint() -> [Diagnostic] {
    let (library, faults) = RuleLibrary.read(sources)
    let all = faults.isEmpty ? CompiledRules.faults(of: library) : faults
    return all.isEmpty ? RuleLint.warnings(of: library) : all
  }
}
