package import Diagnostics
import GRDB

extension History {
  /// All files that were ever seen, by path.
  package func knownFiles() throws(Diagnostic) -> [String: KnownFile] {
    try read { db in
      var files: [String: KnownFile] = [:]
      let rows = try Row.fetchCursor(db, sql: "SELECT * FROM files")
      while let row = try rows.next() {
        let known = ArchiveBooks.read(row)
        files[known.file.path] = known
      }
      return files
    }
  }

  /// The input that files of these bytes came to, or nil when no such file was read.
  package func input(ofDigest digest: String) throws(Diagnostic) -> Int64? {
    try read { db in
      try Int64.fetchOne(
        db,
        sql: """
          SELECT input FROM files WHERE digest = ? AND state = 'read' ORDER BY path LIMIT 1
          """, arguments: [digest])
    }
  }

  /// Notes which files a run missed for the first time; what was counted of them stays.
  package func noteVanished(_ paths: [String], run: Int64) throws(Diagnostic) {
    guard !paths.isEmpty else { return }
    try write { db in
      let statement = try db.makeStatement(
        sql: "UPDATE files SET vanished = ? WHERE path = ? AND vanished IS NULL")
      for path in paths { try statement.execute(arguments: [run, path]) }
    }
  }

  /// Notes that files are as they were, where they had been missed.
  package func noteReturned(_ paths: [String]) throws(Diagnostic) {
    guard !paths.isEmpty else { return }
    try write { db in
      let statement = try db.makeStatement(sql: "UPDATE files SET vanished = NULL WHERE path = ?")
      for path in paths { try statement.execute(arguments: [path]) }
    }
  }
}
