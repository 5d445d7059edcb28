import Diagnostics
import ExportReading
import TimelineFormats

/// What to tell about inputs, in one place.
enum InputDiagnostics {
  static func unreadable(_ error: ReadError, _ path: String) -> Diagnostic {
    let help =
      switch error {
      case .isFolder: "name the files in it, for example \(path)/*.json"
      case .system: "check the path and its permissions"
      case .damaged, .expandsTooFar: "export or copy the file again; what came before was read"
      }
    return Diagnostic(
      .error, "F001", "cannot be read: \(error.reason)", at: .file(path), help: help)
  }

  static func detection(_ outcome: FormatDetection.Outcome, of path: String) -> Diagnostic {
    switch outcome {
    case .empty:
      Diagnostic(
        .error, "F002", "there is nothing in it", at: .file(path),
        help: "check that the export was finished")
    case .notJSON(let reason):
      Diagnostic(
        .error, "F003", "is no JSON: \(reason)", at: .file(path),
        help: "exports are JSON or NDJSON, plain or compressed; `alongside formats` lists them")
    case .ambiguous(let ids):
      Diagnostic(
        .error, "F004", "could be \(ids.joined(separator: " or "))", at: .file(path),
        help: "say which with --format")
    case .refused(let reason):
      Diagnostic(.error, "F005", reason, at: .file(path))
    case .unknown, .format:
      Diagnostic(
        .error, "F006", "is JSON of no known format", at: .file(path),
        help: "`alongside formats` lists what can be read; the canonical NDJSON takes anything")
    }
  }

  static func badRecord(
    _ problem: RecordProblem, after records: Int, in path: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "F010", problem.reason + "; the record was left out",
      at: .record(file: path, record: records + problem.record + 1, byte: problem.byte))
  }

  static func moreProblems(_ count: Int, in path: String) -> Diagnostic {
    Diagnostic(
      .warning, "F011", "\(count) more records were left out", at: .file(path),
      help: "the report counts them all")
  }
}
