import GRDB

/// A change of what a path leads to, with all that follows from it for other inputs.
struct InputChange {
  /// The input that the path led to before.
  let before: Int64?
  private let db: Database
  private let repeats: Repeats
  private let posts: UnseenPosts

  init(of path: String, in db: Database) throws {
    self.db = db
    repeats = try Repeats(db)
    posts = try UnseenPosts(db)
    before = try Int64.fetchOne(
      db, sql: "SELECT input FROM files WHERE path = ?", arguments: [path])
  }

  /// Removes an input with all that was measured in it.
  func remove(_ input: Int64) throws {
    try repeats.note(input)
    try posts.note(input: input)
    try db.execute(sql: "DELETE FROM inputs WHERE id = ?", arguments: [input])
  }

  /// Ends the change: what no path leads to any more goes, names and repeats are settled, sums made
  /// anew.
  func settle(_ input: Int64?, isNew: Bool) throws {
    var renewed: Set<Int64> = []
    if let input, isNew {
      try repeats.note(input)
      renewed.insert(input)
    }
    if let before, before != input {
      let paths = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM files WHERE input = ?", arguments: [before])
      if paths == 0 {
        try remove(before)
      } else if try InputNames.settle(before, repeats, in: db) {
        renewed.insert(before)
      }
    }
    if let input, try InputNames.settle(input, repeats, in: db) { renewed.insert(input) }
    try posts.remove()
    renewed.formUnion(try repeats.settle())
    for input in renewed.sorted() { try ExposureCounts.renew(input, in: db) }
  }
}
