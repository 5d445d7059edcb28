public import Diagnostics
package import Digests
import Foundation
package import GRDB

/// A database of everything that was measured, night after night.
///
/// SQLite in WAL mode: reports and backups read while a run writes. All of an input is committed in
/// one transaction, so a kill at any moment leaves whole inputs only.
public final class History: Sendable {
  /// How a history is opened.
  public enum Access: Sendable {
    /// To add to; made when it is not there.
    case recording
    /// To look at; it must be there.
    case reading
  }

  /// The file.
  public let path: String
  private let database: any DatabaseWriter

  /// Opens a history and brings an older one up to this program's schema.
  ///
  /// Throws `H001` where it cannot be opened, `H006` where a later program wrote it.
  public init(_ path: String, for access: Access) throws(Diagnostic) {
    self.path = path
    let exists = FileManager.default.fileExists(atPath: path)
    guard exists || access == .recording else {
      throw Diagnostic(
        .error, "H001", "there is no history here", at: .file(path),
        help: "`alongside batch run --history \(path)` begins one")
    }
    // Opened all the same, it would leave files beside it that nobody can write to later.
    guard access == .reading || !exists || FileManager.default.isWritableFile(atPath: path) else {
      throw HistoryFault.readOnly(path)
    }
    do {
      database = try Self.open(path, access)
      let migrator = Migrations.all
      if try database.read(migrator.hasBeenSuperseded) {
        throw Diagnostic(
          .error, "H006", "was written by a later version of the program", at: .file(path),
          help: "use that version, or begin another history")
      }
      if try !database.read(migrator.hasCompletedMigrations) { try migrator.migrate(database) }
    } catch {
      throw HistoryFault.diagnostic(of: error, in: path)
    }
  }

  private static func open(_ path: String, _ access: Access) throws -> any DatabaseWriter {
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.prepareDatabase { db in
      try db.execute(
        sql: "PRAGMA cache_size = -32768; PRAGMA synchronous = NORMAL")
      if !db.configuration.readonly {
        try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
      }
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard access == .reading, !FileManager.default.isWritableFile(atPath: folder) else {
      return try DatabasePool(path: path, configuration: configuration)
    }
    // A reader of a WAL database leaves two files beside it, which this folder does not take; what
    // nobody writes to can be read without them.
    configuration.readonly = true
    let isAtRest = !FileManager.default.fileExists(atPath: path + "-wal")
    let address = URL(fileURLWithPath: path).absoluteString + "?immutable=1"
    return try DatabaseQueue(path: isAtRest ? address : path, configuration: configuration)
  }

  /// Reads; what `body` sees does not change under it.
  package func read<Value>(_ body: (Database) throws -> Value) throws(Diagnostic) -> Value {
    do {
      return try database.read(body)
    } catch {
      throw HistoryFault.diagnostic(of: error, in: path)
    }
  }

  /// Changes the history in one transaction: all of it or nothing.
  package func write<Value>(_ body: (Database) throws -> Value) throws(Diagnostic) -> Value {
    do {
      return try database.write(body)
    } catch {
      throw HistoryFault.diagnostic(of: error, in: path)
    }
  }

  /// Hashes authors with the key of this history.
  package func authorHashes() throws(Diagnostic) -> KeyedHash {
    let key = try read { db in
      try Data.fetchOne(db, sql: "SELECT value FROM settings WHERE name = 'author-key'")
    }
    guard let key, key.count >= 16 else {
      throw Diagnostic(
        .error, "H005", "has lost the key of its author hashes", at: .file(path),
        help: "restore a backup")
    }
    return KeyedHash(key: Array(key))
  }

  /// Copies the whole history while others use it; the copy is whole and needs no journal.
  public func backUp(to copy: String) throws(Diagnostic) {
    do {
      let partial = copy + ".partial"
      try? FileManager.default.removeItem(atPath: partial)
      try database.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM INTO ?", arguments: [partial])
      }
      // SAFETY: both paths are passed as C strings for the call.
      guard unsafe rename(partial, copy) == 0 else {
        throw Diagnostic(
          .error, "O002", "cannot be written", at: .file(copy),
          help: "check the folder and its permissions")
      }
    } catch {
      throw HistoryFault.diagnostic(of: error, in: path)
    }
  }

  /// Gives room that was freed back to the disk.
  public func compact() throws(Diagnostic) {
    do {
      try database.vacuum()
    } catch {
      throw HistoryFault.diagnostic(of: error, in: path)
    }
  }
}
