import Diagnostics
import Foundation
import RulePacks

/// Opens the YAML files that a user writes: policies, capture manifests, baselines.
enum YAMLFile {
  /// The file's bytes under the name that the user gave it.
  static func source(_ path: String) throws(DiagnosticList) -> PackSource {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DiagnosticList([
        Diagnostic(
          .error, "P001", "cannot be read", at: .file(path),
          help: "check the path and its permissions")
      ])
    }
    return PackSource(name: path, bytes: Array(data))
  }

  /// The root of the file; `help` says what an empty one should hold.
  static func root(of source: PackSource, help: String) throws(DiagnosticList) -> YAMLNode {
    do throws(Diagnostic) {
      guard let node = try YAMLReader.read(source) else {
        throw Diagnostic(
          .error, "P002", "there is nothing in it", at: .file(source.name), help: help)
      }
      return node
    } catch {
      throw DiagnosticList([error])
    }
  }
}
