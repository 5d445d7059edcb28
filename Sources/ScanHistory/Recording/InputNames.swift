import GRDB
import TimelineModel

/// Names an input by the names of its files: by the least of them, so that it does not matter which
/// file came first.
enum InputNames {
  /// Gives an input the name that its files have now; returns whether it had another.
  static func settle(_ input: Int64, _ repeats: Repeats, in db: Database) throws -> Bool {
    let names = try Row.fetchOne(
      db,
      sql: """
        SELECT name, (SELECT min(name) FROM files WHERE input = inputs.id) AS least FROM inputs
        WHERE id = ?
        """, arguments: [input])
    guard let names, let least = names["least"] as String?, least != names["name"] else {
      return false
    }
    try repeats.note(input)
    try db.execute(sql: "UPDATE inputs SET name = ? WHERE id = ?", arguments: [least, input])
    let name = CaptureName(text: least)
    let captures = try Row.fetchAll(
      db, sql: "SELECT * FROM captures WHERE input = ?", arguments: [input])
    for row in captures {
      let capture = NamedCapture(row, name: name)
      try capture.date(in: db)
      try capture.renewSightings(in: db)
    }
    try date(input, by: name, in: db)
    try repeats.note(input)
    return true
  }

  /// The entries of an input count for the day that the export says, or its name, or its last
  /// capture's posts.
  static func date(_ input: Int64, by name: CaptureName, in db: Database) throws {
    try db.execute(
      sql: """
        UPDATE inputs SET
          day = coalesce(
            (SELECT max(day) FROM captures WHERE input = :input AND dated_by = 'export'), :day,
            (SELECT max(day) FROM captures WHERE input = :input)),
          viewer = :viewer,
          platform = coalesce(:platform, (
            SELECT platform FROM captures WHERE input = :input ORDER BY number LIMIT 1))
        WHERE id = :input
        """,
      arguments: [
        "day": name.day, "viewer": name.viewer, "platform": name.platform?.rawValue,
        "input": input,
      ])
  }
}
