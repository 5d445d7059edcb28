import Diagnostics
import Foundation
import ScanHistory

/// Starts the user's program when a posture changes: no shell, a fixed list of words, the change in
/// the environment.
enum PostureCommand {
  /// Tells one change; throws `B011` where the program does not start or does not succeed.
  static func tell(_ posture: StatedPosture, by words: [String]) throws(Diagnostic) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.environment = ProcessInfo.processInfo.environment.merging([
      "ALONGSIDE_SCOPE": posture.scope.isEmpty ? "all" : posture.scope,
      "ALONGSIDE_POSTURE": posture.posture, "ALONGSIDE_BEFORE": posture.before ?? "",
      "ALONGSIDE_CLAUSE": posture.clause, "ALONGSIDE_DAY": posture.day,
    ]) { $1 }
    process.standardInput = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw fault("cannot be started", words[0])
    }
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw fault("ended with \(process.terminationStatus)", words[0])
    }
  }

  private static func fault(_ message: String, _ program: String) -> Diagnostic {
    Diagnostic(
      .error, "B011", "the program for posture changes \(message)", at: .file(program),
      help: "the next run tells the change again; name the program by its whole path")
  }
}
