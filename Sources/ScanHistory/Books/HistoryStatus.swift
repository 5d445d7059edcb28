public import Diagnostics
import GRDB

/// What a history holds and how its runs went.
public struct HistoryStatus: Sendable {
  /// One run.
  public struct Run: Hashable, Sendable {
    /// Its number; later runs have higher ones, whatever the clock says.
    public var number: Int64
    /// What was asked for: `run` or `rescan`.
    public var command: String
    /// When it began, by the clock of that time.
    public var started: String
    /// When it ended; nil for one that is at work or was killed.
    public var ended: String?
    /// Files that were there.
    public var found: Int?
    /// Files that were read and counted.
    public var read: Int?
    /// Files of which nothing could be counted.
    public var unread: Int?
  }

  /// A file of which nothing, or only an earlier version, is counted.
  public struct Failure: Hashable, Sendable {
    /// The path.
    public var path: String
    /// What became of it.
    public var state: String
    /// Why.
    public var message: String
  }

  /// The last runs, the latest first.
  public var runs: [Run] = []
  /// Files that are there, by what became of them.
  public var files: [String: Int] = [:]
  /// Files that are not there any more, and whose content stays counted.
  public var vanished = 0
  /// What could not be counted.
  public var failures: [Failure] = []
  /// Inputs.
  public var inputs = 0
  /// Captures that hold own posts.
  public var captures = 0
  /// Own posts, each sighting once.
  public var exposures = 0
  /// Sightings that two files held, counted once.
  public var repeats = 0
  /// Inputs without a day, which no period holds.
  public var undated = 0
  /// The first day of any capture.
  public var firstDay: String?
  /// The last day of any capture.
  public var lastDay: String?
  /// By what the inputs were measured, the oldest first, with how many inputs.
  public var methods: [(summary: String, inputs: Int)] = []
  /// The postures as they were last stated, by scope.
  public var postures: [(scope: String, posture: String, since: Int64)] = []
}

extension History {
  /// Looks at the books; costs no look at own posts.
  public func status(runs: Int = 10) throws(Diagnostic) -> HistoryStatus {
    try read { db in
      var status = HistoryStatus()
      status.runs = try Row.fetchAll(
        db, sql: "SELECT * FROM runs ORDER BY id DESC LIMIT ?", arguments: [runs]
      ).map {
        .init(
          number: $0["id"], command: $0["command"], started: $0["started"], ended: $0["ended"],
          found: $0["found"], read: $0["read"], unread: $0["unread"])
      }
      for row in try Row.fetchAll(
        db, sql: "SELECT state, count(*) AS n FROM files WHERE vanished IS NULL GROUP BY 1")
      {
        status.files[row["state"]] = row["n"]
      }
      status.failures = try Row.fetchAll(
        db, sql: "SELECT * FROM files WHERE state <> 'read' AND vanished IS NULL ORDER BY path"
      ).map { .init(path: $0["path"], state: $0["state"], message: $0["message"] ?? "") }
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      status.vanished = try count("SELECT count(*) FROM files WHERE vanished IS NOT NULL")
      status.inputs = try count("SELECT count(*) FROM inputs")
      status.captures = try count("SELECT count(*) FROM captures")
      status.undated = try count("SELECT count(*) FROM inputs WHERE day IS NULL")
      status.exposures = try count("SELECT coalesce(sum(exposures), 0) FROM exposure_counts")
      status.repeats = try count("SELECT coalesce(sum(repeats), 0) FROM exposure_counts")
      status.firstDay = try String.fetchOne(db, sql: "SELECT min(day) FROM captures")
      status.lastDay = try String.fetchOne(db, sql: "SELECT max(day) FROM captures")
      let methods = try Row.fetchAll(
        db, sql: "SELECT method, count(*) AS n FROM inputs GROUP BY 1 ORDER BY 1")
      for row in methods {
        guard let method = try Method.fetch(row["method"], in: db) else { continue }
        status.methods.append((method.summary, row["n"]))
      }
      status.postures = try StatedPosture.latest(in: db).map { ($0.scope, $0.posture, $0.run) }
      return status
    }
  }
}
