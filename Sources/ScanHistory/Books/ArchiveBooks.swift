import GRDB

/// The book of files: what every path held when it was last looked at.
enum ArchiveBooks {
  /// Writes a file's line; what was seen again has not vanished.
  static func write(
    _ file: ArchiveFile, input: Int64?, tool: String, run: Int64, in db: Database
  ) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO files (path, input, size, inode, modified, changed, digest, name,
          state, message, tool, seen)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        file.path, input, file.stamp.size, file.stamp.inode, file.stamp.modified,
        file.stamp.changed, file.digest, file.name.text, file.state.rawValue, file.message, tool,
        run,
      ])
  }

  /// Reads a file's line.
  static func read(_ row: Row) -> KnownFile {
    KnownFile(
      file: ArchiveFile(
        path: row["path"], name: CaptureName(text: row["name"]),
        stamp: .init(
          size: row["size"], inode: row["inode"], modified: row["modified"],
          changed: row["changed"]),
        digest: row["digest"], state: .init(rawValue: row["state"]) ?? .foreign,
        message: row["message"]),
      input: row["input"], tool: row["tool"], hasVanished: row["vanished"] != nil)
  }
}

/// A file that the history knows.
package struct KnownFile: Sendable {
  /// The file as it was last seen.
  package var file: ArchiveFile
  /// What is counted of it; nil for nothing.
  package var input: Int64?
  /// The program that looked at it.
  package var tool: String
  /// Whether the last run that looked for it missed it.
  package var hasVanished: Bool
}
