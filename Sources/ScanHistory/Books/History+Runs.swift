package import Diagnostics
import GRDB

/// What a run did.
package struct RunFigures: Hashable, Sendable {
  /// Files that were there.
  package var found = 0
  /// Files whose content was read and counted.
  package var read = 0
  /// Of these, how many took the place of an earlier version.
  package var changed = 0
  /// Of these, how many were known and were measured again.
  package var again = 0
  /// Files that are as they were.
  package var unchanged = 0
  /// Files that only have another name.
  package var renamed = 0
  /// Files that hold what another file holds.
  package var copies = 0
  /// Files that are not there any more; what was counted stays counted.
  package var vanished = 0
  /// Files of which nothing could be counted.
  package var unread = 0
  /// Files with records that could not be read.
  package var flawed = 0

  package init() {}
}

extension History {
  /// Begins a run and returns its number; `started` is told, and nothing depends on it.
  package func beginRun(_ command: String, _ method: Method, started: String)
    throws(Diagnostic) -> Int64
  {
    try write { db in
      try db.execute(
        sql: "INSERT INTO runs (command, method, started) VALUES (?, ?, ?)",
        arguments: [command, try method.number(in: db), started])
      return db.lastInsertedRowID
    }
  }

  /// Ends a run.
  package func endRun(_ run: Int64, _ figures: RunFigures, ended: String) throws(Diagnostic) {
    try write { db in
      try db.execute(
        sql: """
          UPDATE runs SET ended = ?, found = ?, read = ?, unchanged = ?, renamed = ?, changed = ?,
            vanished = ?, unread = ?,
            exposures = (SELECT coalesce(sum(exposures), 0) FROM exposure_counts)
          WHERE id = ?
          """,
        arguments: [
          ended, figures.found, figures.read, figures.unchanged, figures.renamed, figures.changed,
          figures.vanished, figures.unread, run,
        ])
    }
  }
}
