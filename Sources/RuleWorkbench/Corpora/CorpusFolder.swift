package import Diagnostics
import Foundation

/// The corpora and suites that paths name.
package struct CorpusFolder: Sendable {
  /// The corpora, in the order of the paths, then by name.
  package private(set) var files: [CorpusFile] = []
  private(set) var suites: [Suite] = []

  /// The file of a corpus in a folder of its own.
  static let fileName = "dev.ndjson"
  static let suiteFileName = "suites.json"

  /// Finds what is meant: a file of labelled texts, a folder that holds `dev.ndjson`, or a folder of
  /// such folders; `suites.json` beside them says what to ask of them.
  package init(_ paths: [String]) throws(DiagnosticList) {
    var suiteFiles: [String] = []
    for path in paths {
      let found = Self.corpora(at: path)
      guard !found.isEmpty else {
        throw DiagnosticList([
          Diagnostic(
            .error, "R100", "there is no corpus here", at: .file(path),
            help: "name a file of labelled texts, or a folder that holds \(Self.fileName)")
        ])
      }
      files += found.filter { !files.contains($0) }
      let folders = [path, URL(fileURLWithPath: path).deletingLastPathComponent().path]
      suiteFiles += folders.map { $0 + "/" + Self.suiteFileName }
        .filter { FileManager.default.fileExists(atPath: $0) && !suiteFiles.contains($0) }
    }
    for path in suiteFiles { suites += try Suite.read(path) }
    let names = Set(files.map(\.name))
    suites = suites.map { suite in
      Suite(name: suite.name, questions: suite.questions.filter { names.contains($0.corpus) })
    }
    .filter { !$0.questions.isEmpty }.sorted { $0.name < $1.name }
  }

  private static func corpora(at path: String) -> [CorpusFile] {
    let manager = FileManager.default
    guard manager.fileExists(atPath: path) else { return [] }
    let url = URL(fileURLWithPath: path)
    guard let names = try? manager.contentsOfDirectory(atPath: url.resolvingSymlinksInPath().path)
    else {
      return [CorpusFile(name: url.deletingPathExtension().lastPathComponent, path: path)]
    }
    if manager.fileExists(atPath: path + "/" + fileName) {
      return [CorpusFile(name: url.lastPathComponent, path: path + "/" + fileName)]
    }
    return names.sorted().compactMap { name in
      let file = "\(path)/\(name)/\(fileName)"
      return manager.fileExists(atPath: file) ? CorpusFile(name: name, path: file) : nil
    }
  }
}
