import GRDB

/// Removes own posts that no exposure shows any more.
struct UnseenPosts {
  private let db: Database

  init(_ db: Database) throws {
    self.db = db
    try db.execute(sql: "CREATE TEMP TABLE IF NOT EXISTS unseen (post INTEGER PRIMARY KEY)")
    try db.execute(sql: "DELETE FROM temp.unseen")
  }

  /// Notes the own posts of a capture before its exposures go.
  func note(capture: Int64) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO temp.unseen SELECT post FROM exposures WHERE capture = ?",
      arguments: [capture])
  }

  /// Notes the own posts of an input before it goes.
  func note(input: Int64) throws {
    for capture in try Int64.fetchAll(
      db, sql: "SELECT id FROM captures WHERE input = ?", arguments: [input])
    {
      try note(capture: capture)
    }
  }

  /// Removes those of the noted that are in no other exposure.
  func remove() throws {
    try db.execute(
      sql: """
        DELETE FROM own_posts WHERE id IN (SELECT post FROM temp.unseen)
          AND NOT EXISTS (SELECT 1 FROM exposures e WHERE e.post = own_posts.id)
        """)
  }
}
