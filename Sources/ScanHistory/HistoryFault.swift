import Diagnostics
import GRDB

/// What to tell when the database says no.
enum HistoryFault {
  /// Rows that a later program wrote.
  static let unknownLayout = Diagnostic(
    .error, "H006", "holds marks that this version of the program does not know",
    help: "use the version that wrote them")

  /// A history that may only be read.
  static func readOnly(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "H003", "cannot be written to", at: .file(path),
      help: "check the permissions of the file and of its folder")
  }

  static func diagnostic(of error: any Error, in path: String) -> Diagnostic {
    if let known = error as? Diagnostic { return known }
    guard let fault = error as? DatabaseError else {
      return Diagnostic(
        .error, "H001", "cannot be used: \(error)", at: .file(path),
        help: "check the path and its permissions")
    }
    if [.SQLITE_READONLY, .SQLITE_PERM].contains(fault.resultCode) { return readOnly(path) }
    let (code, message, help) =
      switch fault.resultCode {
      case .SQLITE_FULL:
        ("H002", "there is no room left on the disk", "free some; the next run goes on from here")
      case .SQLITE_BUSY, .SQLITE_LOCKED:
        ("H004", "is in use by another program", "try again when that is done")
      case .SQLITE_CORRUPT, .SQLITE_NOTADB:
        ("H005", "is damaged or no history", "restore a backup, or begin another history")
      case .SQLITE_CANTOPEN:
        ("H001", "cannot be opened", "check the folder and its permissions")
      case .SQLITE_IOERR:
        ("H007", "cannot be read or written: input/output error", "check the disk")
      default:
        (
          "H008", "failed: \(fault.message ?? "\(fault.resultCode)")",
          "`history check` looks deeper"
        )
      }
    return Diagnostic(.error, code, message, at: .file(path), help: help)
  }
}
