import Foundation
import TestSupport
import Testing

/// The built program, as a user runs it.
enum Program {
  /// What a command printed, and how it ended.
  struct Result: Sendable {
    var output: String
    var errors: String
    var status: Int32
  }

  /// The program, built beside the test bundle.
  static let executable: URL = {
    // On macOS the tests run inside another program, and the bundle tells the place.
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let test = bundles.first ?? URL(filePath: CommandLine.arguments[0])
    return test.deletingLastPathComponent().appending(path: "alongside").absoluteURL
  }()

  /// What the program keeps for its next run, away from what the user of this machine has.
  private static let cache = executable.deletingLastPathComponent().appending(path: "cache")

  /// Runs a command line in `fixtures/cli/files`; `$RULES` is the sentinel pack, `$T` a folder.
  static func run(_ command: String, temporary: URL) async throws -> Result {
    try #require(FileManager.default.isExecutableFile(atPath: executable.path()))
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "set -o pipefail; " + command]
    process.currentDirectoryURL = Repository.fixture("cli/files")
    process.environment = [
      "PATH": "\(executable.deletingLastPathComponent().path()):/usr/bin:/bin",
      "RULES": "../../scans/rules-for-tests", "LC_ALL": "C.UTF-8",
      "T": String(temporary.path().dropLast()), "XDG_CACHE_HOME": cache.path(),
    ]
    // Files take any amount without a reader, pipes do not.
    let output = temporary.appending(path: "stdout-\(UUID())")
    let errors = temporary.appending(path: "stderr-\(UUID())")
    let input = temporary.appending(path: "stdin-\(UUID())")
    for file in [output, errors, input] {
      try Data().write(to: file)
    }
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try await withCheckedThrowingContinuation { (ended: CheckedContinuation<Void, any Error>) in
      process.terminationHandler = { _ in ended.resume() }
      do { try process.run() } catch { ended.resume(throwing: error) }
    }
    return Result(
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8), status: process.terminationStatus)
  }
}
