import GRDB

/// Every schema that was ever released, in order; databases go through those that they lack.
enum Migrations {
  /// The migrations by name.
  ///
  /// Append only: a name that was released never changes.
  static var all: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { db in
      try db.execute(sql: SchemaV1.sql)
      try db.execute(
        sql: "INSERT INTO settings (name, value) VALUES ('author-key', randomblob(32))")
    }
    migrator.registerMigration("v2") { try $0.execute(sql: SchemaV2.sql) }
    return migrator
  }
}
