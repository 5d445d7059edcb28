package import Diagnostics
import GRDB

/// A posture that a run stated.
package struct StatedPosture: Hashable, Sendable {
  /// The run.
  package var run: Int64 = 0
  /// Empty for all own posts, else a platform or an account.
  package var scope: String
  /// The last day that was looked at.
  package var day: String
  /// The posture's name.
  package var posture: String
  /// The clause that held, in words.
  package var clause: String
  /// What was stated before; nil for the first.
  package var before: String?

  package init(scope: String, day: String, posture: String, clause: String) {
    self.scope = scope
    self.day = day
    self.posture = posture
    self.clause = clause
  }

  private init(_ row: Row) {
    self.init(
      scope: row["scope"], day: row["day"], posture: row["posture"], clause: row["clause"])
    run = row["run"]
    before = row["before"]
  }

  /// The last that was stated of each scope.
  static func latest(in db: Database) throws -> [StatedPosture] {
    try Row.fetchAll(
      db, sql: "SELECT *, max(run) FROM postures GROUP BY scope ORDER BY scope"
    ).map { StatedPosture($0) }
  }

  fileprivate static func untold(in db: Database) throws -> [StatedPosture] {
    try Row.fetchAll(
      db,
      sql: "SELECT * FROM postures WHERE is_told = 0 AND before IS NOT NULL ORDER BY run, scope"
    ).map { StatedPosture($0) }
  }
}

extension History {
  /// Writes the postures that are not what they were.
  package func state(_ postures: [StatedPosture], run: Int64) throws(Diagnostic) {
    try write { db in
      let latest = try StatedPosture.latest(in: db)
      for posture in postures {
        let before = latest.first { $0.scope == posture.scope }?.posture
        guard before != posture.posture else { continue }
        try db.execute(
          sql: """
            INSERT INTO postures (run, scope, day, posture, clause, before, is_told)
            VALUES (?, ?, ?, ?, ?, ?, 0)
            """,
          arguments: [run, posture.scope, posture.day, posture.posture, posture.clause, before])
      }
    }
  }

  /// The changes that nobody was told of yet, also those of a run that was killed before it could.
  package func untoldPostures() throws(Diagnostic) -> [StatedPosture] {
    try read { try StatedPosture.untold(in: $0) }
  }

  /// Notes that somebody was told.
  package func noteTold(_ posture: StatedPosture) throws(Diagnostic) {
    try write { db in
      try db.execute(
        sql: "UPDATE postures SET is_told = 1 WHERE run = ? AND scope = ?",
        arguments: [posture.run, posture.scope])
    }
  }
}
