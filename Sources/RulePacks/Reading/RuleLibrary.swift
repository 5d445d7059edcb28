package import Diagnostics

/// All packs of a run, read and checked against one another.
package struct RuleLibrary: Sendable {
  /// The packs, by file name.
  package var packs: [RulePack] = []
  /// The categories.
  package var categories: [Category] = []
  /// The files that all of it was read from, by name.
  package private(set) var sources: [PackSource] = []

  /// Reads all files of a rules folder; throws every fault of every file.
  package init(_ sources: [PackSource]) throws(DiagnosticList) {
    let (library, faults) = Self.read(sources)
    guard faults.isEmpty else { throw DiagnosticList(faults) }
    self = library
  }

  private init() {}

  /// Reads what can be read and notes all that is wrong, in the order of files and lines.
  package static func read(
    _ sources: [PackSource]
  ) -> (library: RuleLibrary, faults: [Diagnostic]) {
    var library = RuleLibrary()
    var faults: [Diagnostic] = []
    var categorySource: PackSource?
    let sources = sources.sorted { $0.name < $1.name }
    library.sources = sources
    let read = AllCores.map(sources.count) { RulePackReader.read(sources[$0]) }
    for (source, (content, found)) in zip(sources, read) {
      faults += found
      switch content {
      case .pack(let pack): library.packs.append(pack)
      case .categories(let categories):
        library.categories += categories
        categorySource = source
      case nil: break
      }
    }
    faults += CrossPackChecks.faults(of: library, categories: categorySource)
    return (library, faults.inReadingOrder)
  }

  /// Every rule with its pack, in the order of files and lines.
  package var rules: [(pack: RulePack, rule: Rule)] {
    packs.flatMap { pack in pack.rules.map { (pack, $0) } }
  }
}

extension [Diagnostic] {
  /// By file, line and column, then by code.
  package var inReadingOrder: [Diagnostic] {
    func key(_ diagnostic: Diagnostic) -> (String, Int, Int, String) {
      guard case .text(let file, let line, let column) = diagnostic.location else {
        return (diagnostic.location?.file ?? "", 0, 0, diagnostic.code)
      }
      return (file, line, column, diagnostic.code)
    }
    return sorted { key($0) < key($1) }
  }
}
