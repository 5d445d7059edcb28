public import Diagnostics
import GRDB
import TimelineModel

extension History {
  /// Removes the evidence of days before one: own posts, neighbours and findings.
  ///
  /// Counts stay. Returns how many own posts went; goes capture by capture, so that it may be stopped.
  public func prune(before day: String) throws(Diagnostic) -> Int {
    var removed = 0
    while true {
      let count = try write { db in
        let captures = try Int64.fetchAll(
          db,
          sql: """
            SELECT id FROM captures c WHERE day < ?
              AND EXISTS (SELECT 1 FROM exposures e WHERE e.capture = c.id)
            ORDER BY id LIMIT 100
            """, arguments: [day])
        let posts = try UnseenPosts(db)
        for capture in captures {
          try posts.note(capture: capture)
          try db.execute(
            sql: """
              UPDATE inputs SET is_pruned = 1
              WHERE id = (SELECT input FROM captures WHERE id = ?)
              """, arguments: [capture])
          try db.execute(sql: "DELETE FROM exposures WHERE capture = ?", arguments: [capture])
          removed += db.changesCount
        }
        try posts.remove()
        return captures.count
      }
      guard count == 100 else { return removed }
    }
  }

  /// Removes the evidence of more than so many days before the last one, by the archives' days: a
  /// clock that jumps prunes nothing.
  public func prune(keepingDays days: Int) throws(Diagnostic) -> Int {
    guard let last = try lastDay(), let number = DayCount.number(last) else { return 0 }
    return try prune(before: DayCount.text(number - Int64(days) + 1))
  }

  /// Looks for damage: of the file, of what refers to what, and of sums that do not add up.
  public func check() throws(Diagnostic) -> [Diagnostic] {
    try read { db in
      var faults: [Diagnostic] = []
      func tell(_ message: String) {
        faults.append(
          Diagnostic(.error, "H009", message, at: .file(path), help: "restore a backup"))
      }
      for line in try String.fetchAll(db, sql: "PRAGMA integrity_check") where line != "ok" {
        tell("is damaged: \(line)")
      }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        tell("a row of \(row[0] as String) refers to nothing in \(row[2] as String)")
      }
      let wrong = try Int.fetchAll(db, sql: Self.wrongSums)
      for input in wrong { tell("the sums of input \(input) do not add up") }
      return faults
    }
  }

  private static let wrongSums = """
    SELECT i.id FROM inputs i
    WHERE NOT i.is_pruned AND (
      (SELECT coalesce(sum(exposures + repeats), 0) FROM exposure_counts WHERE input = i.id)
        <> (SELECT count(*) FROM captures c JOIN exposures e ON e.capture = c.id
            WHERE c.input = i.id)
      OR (SELECT coalesce(sum(unsuitable), 0) FROM exposure_counts WHERE input = i.id)
        <> (SELECT count(*) FROM captures c JOIN exposures e ON e.capture = c.id
            WHERE c.input = i.id AND e.is_counted AND e.is_measured AND e.is_unsuitable)
      OR (SELECT coalesce(sum(exposures), 0) FROM captures WHERE input = i.id)
        <> (SELECT count(*) FROM captures c JOIN exposures e ON e.capture = c.id
            WHERE c.input = i.id))
    """
}
