import Alongside
import ArgumentParser
import Foundation

/// What is read, and by how many workers.
struct InputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Read every export as this format (see `alongside formats`).", valueName: "id"))
  var format: String?

  @Option(
    name: .customLong("jobs"),
    help: ArgumentHelp(
      "Workers, one a processor when absent; the result does not depend on it.", valueName: "n"))
  private var workers: Int?

  /// Workers.
  var jobs: Int { workers ?? min(ProcessInfo.processInfo.activeProcessorCount, 256) }

  @Flag(
    inversion: .prefixedNo, help: "Show progress; on by itself where standard error is a terminal.")
  var progress: Bool?

  func validate() throws {
    guard (1...256).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 256")
    }
  }

  /// Files of the paths: a folder stands for the JSON files in it, by name.
  static func files(of paths: [String]) -> [String] {
    paths.flatMap { path -> [String] in
      guard path != "-", FileKind.isFolder(path) else { return [path] }
      let names = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String }) ?? []
      let files = names.filter(isExport).sorted().map { path + "/" + $0 }
      return files.isEmpty ? [path] : files
    }
  }

  private static func isExport(_ name: String) -> Bool {
    let endings = [".json", ".ndjson", ".jsonl", ".json.gz", ".ndjson.gz", ".jsonl.gz"]
    return !name.split(separator: "/").contains { $0.hasPrefix(".") }
      && endings.contains { name.lowercased().hasSuffix($0) }
  }
}
