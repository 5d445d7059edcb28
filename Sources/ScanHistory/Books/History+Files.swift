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

extension History {
  /// A file for each input of a period that another method measured, by path; one that is there
  /// goes before one that is not.
  package func staleFiles(of period: Period, _ method: Method)
    throws(Diagnostic) -> [(path: String, name: CaptureName)]
  {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT f.path, f.name, min((f.vanished IS NOT NULL) || f.path)
          FROM inputs i JOIN files f ON f.input = i.id
          WHERE i.method <> coalesce((SELECT id FROM methods WHERE digest = :digest), 0)
            AND (i.day BETWEEN :first AND :last OR i.id IN (
              SELECT input FROM captures WHERE day BETWEEN :first AND :last))
          GROUP BY i.id ORDER BY f.path
          """, arguments: ["digest": method.digest, "first": period.first, "last": period.last]
      ).map { ($0["path"], CaptureName(text: $0["name"])) }
    }
  }
}
