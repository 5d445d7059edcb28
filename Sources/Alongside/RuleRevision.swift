package import Diagnostics
import Foundation
package import RulePacks

/// Packs as they are in a folder, or as they were in a commit of the folder's repository.
package enum RuleRevision {
  /// The pack files of a folder, or of a revision (`main`, `HEAD~3`, a tag) of `folder`.
  package static func sources(
    _ name: String, of folder: String
  ) throws(DiagnosticList) -> [PackSource] {
    if FileKind.isFolder(name) { return try LoadedRules.sources(in: name) }
    let listed = try git(
      ["ls-tree", "-r", "--name-only", name, "--", "."], in: folder, about: name)
    let names = String(decoding: listed, as: UTF8.self).split(separator: "\n").map(String.init)
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    guard !names.isEmpty else {
      throw fault("there are no rule packs in `\(name)`", in: folder)
    }
    var sources: [PackSource] = []
    for file in names {
      let bytes = try git(["show", "\(name):./\(file)"], in: folder, about: name)
      sources.append(PackSource(name: "\(name):\(file)", bytes: bytes))
    }
    return sources
  }

  /// What git prints; its own complaint where it fails.
  package static func git(
    _ arguments: [String], in folder: String, about name: String
  ) throws(DiagnosticList) -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw fault("git cannot be run", in: folder)
    }
    let data = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw fault("git does not know `\(name)` here", in: folder)
    }
    return Array(data)
  }

  private static func fault(_ message: String, in folder: String) -> DiagnosticList {
    DiagnosticList([
      Diagnostic(
        .error, "R000", message, at: .file(folder),
        help: "name a folder of packs, or a revision of the repository that the packs lie in")
    ])
  }
}
