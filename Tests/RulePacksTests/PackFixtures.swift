import Diagnostics
import Foundation
import RulePacks
import Testing

/// The packs under `fixtures/packs`: one file, or one folder of files, a case.
enum PackFixtures {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let folder = repository.appending(path: "fixtures/packs")

  /// The names of all cases.
  static let cases: [String] = {
    let entries = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
    return (entries ?? []).filter {
      $0 != "categories.yaml" && $0 != "timelines" && !$0.hasSuffix(".txt")
    }
    .map { $0.hasSuffix(".yaml") ? String($0.dropLast(5)) : $0 }
    .sorted()
  }()

  /// The files of a case, the shared categories among them.
  static func sources(of name: String) throws -> [PackSource] {
    var files = [name + ".yaml"]
    let isFolder = !FileManager.default.fileExists(atPath: folder.appending(path: files[0]).path())
    if isFolder {
      files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appending(path: name).path()
      ).sorted().map { name + "/" + $0 }
    }
    if !files.contains(where: { $0.hasSuffix("categories.yaml") }) {
      files.append("categories.yaml")
    }
    return try files.map { file in
      PackSource(name: file, bytes: Array(try Data(contentsOf: folder.appending(path: file))))
    }
  }

  /// A library of one pack text and the shared categories.
  static func library(_ text: String) throws -> RuleLibrary {
    let categories = try Data(contentsOf: folder.appending(path: "categories.yaml"))
    return try RuleLibrary([
      PackSource(name: "test.yaml", text: text),
      PackSource(name: "categories.yaml", bytes: Array(categories)),
    ])
  }

  /// Everything that can be said about a case, as a terminal shows it.
  static func diagnostics(of name: String) throws -> String {
    let (library, faults) = RuleLibrary.read(try sources(of: name))
    var diagnostics = (faults + CompiledRules.faults(of: library)).inReadingOrder
    if diagnostics.isEmpty {
      let proof = try RuleProof(library)
      diagnostics = RuleLint.diagnostics(of: library) + (try proof.faults(disguised: true))
    }
    let rendered = diagnostics.map { DiagnosticRenderer().render($0) }.joined()
    return rendered.isEmpty ? "nothing to say\n" : rendered
  }
}

/// Compares with a golden file; `ALONGSIDE_RECORD=1` writes it, and fails.
func expectGolden(_ actual: String, at file: URL) throws {
  if ProcessInfo.processInfo.environment["ALONGSIDE_RECORD"] != nil {
    try actual.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("recorded \(file.lastPathComponent); run again without ALONGSIDE_RECORD")
    return
  }
  let expected = try? String(contentsOf: file, encoding: .utf8)
  #expect(actual == expected, "\(file.lastPathComponent) differs; ALONGSIDE_RECORD=1 records it")
}
