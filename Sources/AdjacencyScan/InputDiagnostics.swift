import Diagnostics
import ExportReading
import TimelineFormats
import TimelineModel

/// What to tell about inputs, in one place.
enum InputDiagnostics {
  static func unreadable(_ error: ReadError, _ path: String) -> Diagnostic {
    let help =
      switch error {
      case .isFolder: "name the files in it, for example \(path)/*.json"
      case .system: "check the path and its permissions"
      case .encrypted: "unpack it with its password and name the files in it"
      case .tooManyMembers: "unpack it and name the files in it"
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

  static func archiveWithoutExports(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "F008", "no member of the archive is an export by its name", at: .file(path),
      help: "members that end in .json, .ndjson, .jsonl, .har, .js or .txt are read, compressed "
        + "ones too")
  }

  static func passedOver(_ count: Int, in path: String) -> Diagnostic {
    Diagnostic(
      .note, "F009",
      (count == 1
        ? "1 member is no export by its name and was"
        : "\(count) members are no exports by their names and were") + " not read",
      at: .file(path))
  }

  static func badRecord(
    _ problem: RecordProblem, after records: Int, in path: String
  ) -> Diagnostic {
    Diagnostic(
      .warning, "F010", problem.reason + "; the record was left out",
      at: .record(file: path, record: records + problem.record + 1, byte: problem.byte))
  }

  /// Why own posts cannot be told from others, or nil when they can.
  static func authors(
    _ tally: Tally, _ organisation: Organisation, _ format: String, in path: String
  ) -> Diagnostic? {
    let entries = tally.entries.reduce(0) { $0 + ($1.key == .placeholder ? 0 : $1.value) }
    guard entries > 0 else { return nil }
    if tally.withoutAuthor == entries {
      return Diagnostic(
        .error, "S001", "no entry says who wrote it, so own posts cannot be found",
        at: .file(path),
        help: format == XTweetsV2.id
          ? "request the posts again with \(fieldsOfAuthors)"
          : "export again with the id or handle of each author")
    }
    guard tally.withoutHandle == entries, organisation.accounts.allSatisfy({ $0.id == nil }) else {
      return nil
    }
    return Diagnostic(
      .error, "S002",
      "entries name their authors by id only, and no own account has an id", at: .file(path),
      help: "add the `id` of each account, or name it as --own platform:id:12"
        + (format == XTweetsV2.id ? "; or request the posts again with \(fieldsOfAuthors)" : ""))
  }

  private static let fieldsOfAuthors =
    "tweet.fields=author_id&expansions=author_id&user.fields=username"

  static func moreProblems(_ count: Int, in path: String) -> Diagnostic {
    Diagnostic(
      .warning, "F011", "\(count) more records were left out", at: .file(path),
      help: "the report counts them all")
  }
}
