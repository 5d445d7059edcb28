import Diagnostics
import Foundation
import ScanHistory

/// Figures for Prometheus, as a file that its node exporter collects.
enum MetricsFile {
  /// Writes the file in the place of the one that stood there.
  static func write(
    _ status: HistoryStatus, _ outcome: BatchOutcome, at time: Date, to path: String
  ) throws(Diagnostic) {
    do {
      try Data(text(status, outcome, at: time).utf8).write(
        to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Diagnostic(
        .error, "O002", "cannot be written", at: .file(path),
        help: "check the folder and its permissions")
    }
  }

  static func text(_ status: HistoryStatus, _ outcome: BatchOutcome, at time: Date) -> String {
    var text = ""
    func family(_ name: String, _ help: String, _ samples: [(labels: String, value: Int)]) {
      text += "# HELP alongside_\(name) \(help)\n# TYPE alongside_\(name) gauge\n"
      for sample in samples { text += "alongside_\(name)\(sample.labels) \(sample.value)\n" }
    }
    family(
      "last_run_timestamp_seconds", "When the last run ended.",
      [
        ("", Int(time.timeIntervalSince1970))
      ])
    family(
      "last_run_complete", "Whether everything in the archives is counted.",
      [
        ("", outcome.isComplete ? 1 : 0)
      ])
    family(
      "files", "Files of the archives by what became of them.",
      status.files.sorted { $0.key < $1.key }.map { ("{state=\"\($0.key)\"}", $0.value) })
    family("files_read", "Files that the last run read.", [("", outcome.figures.read)])
    family("inputs", "Inputs in the history.", [("", status.inputs)])
    family("exposures", "Own posts in the history, each sighting once.", [("", status.exposures)])
    family("undated_inputs", "Inputs without a day.", [("", status.undated)])
    family(
      "posture", "The posture that the policy's clauses come to.",
      status.postures.map { scope, posture, _ in
        ("{scope=\"\(escaped(scope.isEmpty ? "all" : scope))\",posture=\"\(posture)\"}", 1)
      })
    return text
  }

  private static func escaped(_ label: String) -> String {
    label.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
