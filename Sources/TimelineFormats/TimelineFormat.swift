package import ExportReading

/// One export format: how to recognise its records and how to read them.
///
/// A new format is one file in `Formats/`, one line in `FormatRegistry` and one folder of fixtures.
package protocol TimelineFormat: Sendable, SendableMetatype {
  /// The name for `--format` and for the fixture folder, such as `x-graphql`.
  static var id: String { get }
  /// What it is and where it comes from, in one line.
  static var summary: String { get }
  /// What the order of its entries means, in one line.
  static var orderNote: String { get }
  /// Whether a record is of this format.
  static func recognise(_ record: JSONValue) -> Recognition
  /// Writes the record's entries in feed order.
  static func decode(_ record: JSONValue, into writer: inout EntryWriter) throws(JSONError)
}

/// How sure a format is that a record is its own.
package enum Recognition: Int, Comparable, Sendable {
  /// It is not.
  case no
  /// It may be; another format may know better.
  case possible
  /// No other format has this shape.
  case certain

  package static func < (left: Recognition, right: Recognition) -> Bool {
    left.rawValue < right.rawValue
  }
}
