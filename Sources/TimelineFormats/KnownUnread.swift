package import ExportReading

/// Exports that are known and not read, each with the reason.
package enum KnownUnread {
  /// Why a record's export is not read, or nil when the record is not known.
  package static func reason(for record: JSONValue) -> String? {
    nil
  }
}
