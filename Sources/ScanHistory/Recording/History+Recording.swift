package import Diagnostics
import GRDB

extension History {
  /// What recording a file came to.
  package enum Recorded: Sendable {
    /// Its content is new.
    case new
    /// It replaced what stood at its path before.
    case changed
    /// Its content was known from another file.
    case known
    /// Its content was known, and was measured again.
    case again
  }

  /// Records what a file holds in one transaction: all of it takes the place of what was recorded
  /// for its path before.
  ///
  /// With `anew` a content that is known is measured again, by the method given.
  package func record(
    _ measured: MeasuredFile, of file: ArchiveFile, by method: Method, run: Int64,
    anew: Bool = false
  ) throws(Diagnostic) -> Recorded {
    let content = InputRecorder.content(of: measured.outcome)
    return try write { db in
      try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
      let change = try InputChange(of: file.path, in: db)
      let known = try Int64.fetchOne(
        db, sql: "SELECT id FROM inputs WHERE content = ?", arguments: [content])
      var input = known
      if known == nil || anew {
        if let known { try change.remove(known) }
        var recorder = InputRecorder(measured, named: file.name, by: method, in: db)
        input = try recorder.record(content: content, number: known)
      }
      try ArchiveBooks.write(file, input: input, tool: method.tool, run: run, in: db)
      try change.settle(input, isNew: input != known || anew)
      guard !anew else { return .again }
      return known != nil ? .known : change.before != nil ? .changed : .new
    }
  }

  /// Notes that a file holds what another held or holds; one that is gone was renamed.
  ///
  /// Returns whether it was renamed.
  package func link(_ file: ArchiveFile, to input: Int64, tool: String, run: Int64)
    throws(Diagnostic) -> Bool
  {
    try write { db in
      let change = try InputChange(of: file.path, in: db)
      try ArchiveBooks.write(file, input: input, tool: tool, run: run, in: db)
      try db.execute(
        sql: "DELETE FROM files WHERE input = ? AND digest IS ? AND vanished IS NOT NULL",
        arguments: [input, file.digest])
      let isRenamed = db.changesCount > 0
      try change.settle(input, isNew: false)
      return isRenamed
    }
  }

  /// Notes that nothing of a file could be counted; an earlier version that was whole still is.
  package func note(_ file: ArchiveFile, tool: String, run: Int64) throws(Diagnostic) {
    try write { db in
      let before = try Int64.fetchOne(
        db, sql: "SELECT input FROM files WHERE path = ?", arguments: [file.path])
      try ArchiveBooks.write(file, input: before, tool: tool, run: run, in: db)
    }
  }
}
