public import Diagnostics
package import RulePacks

/// What authors ask of their packs; works on packs with faults too, and tells all of them.
public struct RuleAuthoring: Sendable {
  package let sources: [PackSource]
  private let preparations: PreparationStore?

  /// Opens the packs under a folder.
  ///
  /// With `preparations`, packs that were compiled before need not be compiled again.
  public init(
    folder: String, preparations: PreparationStore? = nil
  ) throws(DiagnosticList) {
    sources = try LoadedRules.sources(in: folder)
    self.preparations = preparations
  }

  /// Opens the packs of another folder, or of a revision of the repository that `folder` lies in.
  package init(revision: String, of folder: String) throws(DiagnosticList) {
    sources = try RuleRevision.sources(revision, of: folder)
    preparations = nil
  }

  /// The rules as scans run them; throws all that is wrong with them.
  package func compiled(
    strictness: Int = 1, appliesStance: Bool = true
  ) throws(DiagnosticList) -> CompiledRules {
    let (library, preparation) = try PreparationStore.read(sources, with: preparations)
    return try PreparationStore.compiled(
      library, options: .init(strictness: strictness, appliesStance: appliesStance),
      with: preparations, preparation)
  }

  /// Faults and, when there are none, what could be better in rules whose ids begin so.
  public func lint(about prefix: String = "") -> [Diagnostic] {
    let (library, faults) = RuleLibrary.read(sources)
    return faults.isEmpty ? RuleLint.diagnostics(of: library, about: prefix) : faults
  }
}
