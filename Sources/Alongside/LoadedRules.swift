import Digests
public import Diagnostics
import Foundation
package import RulePacks
public import TimelineModel

/// Rule packs read from a folder, checked and ready to compile.
public struct LoadedRules: Sendable {
  /// The packs with their digests, by name.
  public let packs: [RunInfo.Pack]
  package let library: RuleLibrary
  private let preparations: PreparationStore?
  private let preparation: Preparation?

  /// What each rule finds, in a few words, by its id.
  var summaries: [String: String] {
    Dictionary(
      library.packs.flatMap { pack in pack.rules.map { ($0.id, $0.summary) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Reads every pack under a folder; throws all that is wrong with them.
  ///
  /// With `preparations`, packs that were compiled before need not be compiled again.
  public init(
    folder: String, preparations: PreparationStore? = nil
  ) throws(DiagnosticList) {
    let sources = try Self.sources(in: folder)
    self.preparations = preparations
    (library, preparation) = try PreparationStore.read(sources, with: preparations)
    packs = library.packs.map { pack in
      RunInfo.Pack(
        name: pack.name, version: pack.version,
        sha256: SHA256Hasher.digest(of: pack.source.bytes), rules: pack.rules.count)
    }
    .sorted { $0.name < $1.name }
  }

  /// The rules as scans run them; throws all that is wrong with them.
  package func compiled(
    _ options: CompiledRules.Options
  ) throws(DiagnosticList) -> CompiledRules {
    try PreparationStore.compiled(library, options: options, with: preparations, preparation)
  }

  /// What each category is called.
  var categoryNotes: [CategoryID: RunInfo.CategoryNote] {
    Dictionary(
      library.categories.map {
        ($0.id, RunInfo.CategoryNote(summary: $0.summary, definition: $0.definition))
      }, uniquingKeysWith: { $1 })
  }

  /// The pack files under a folder, by path.
  package static func sources(in folder: String) throws(DiagnosticList) -> [PackSource] {
    // An enumerator does not look behind a link.
    let place = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    let paths = (FileManager.default.enumerator(atPath: place)?.compactMap { $0 as? String }) ?? []
    let names = paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted()
    guard !names.isEmpty else {
      throw DiagnosticList([
        Diagnostic(
          .error, "R000", "there are no rule packs here", at: .file(folder),
          help: "name a folder that holds packs (*.yaml) with --rules")
      ])
    }
    var sources: [PackSource] = []
    var faults: [Diagnostic] = []
    for name in names {
      let path = folder + "/" + name
      if let data = FileManager.default.contents(atPath: path) {
        sources.append(PackSource(name: path, bytes: Array(data)))
      } else {
        faults.append(
          Diagnostic(
            .error, "R000", "cannot be read", at: .file(path), help: "check its permissions"))
      }
    }
    guard faults.isEmpty else { throw DiagnosticList(faults) }
    return sources
  }

  /// Where packs lie when nobody says: beside the program, or in `share/alongside/rules`.
  public static func standardFolder() throws(DiagnosticList) -> String {
    let program = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .resolvingSymlinksInPath().deletingLastPathComponent()
    let folders = [
      program.appendingPathComponent("rules").path,
      program.deletingLastPathComponent().appendingPathComponent("share/alongside/rules").path,
    ]
    for folder in folders where FileKind.isFolder(folder) { return folder }
    throw DiagnosticList([
      Diagnostic(
        .error, "R000",
        "no rule packs were found; looked in \(folders.joined(separator: " and "))",
        help: "say where they are with --rules")
    ])
  }
}
