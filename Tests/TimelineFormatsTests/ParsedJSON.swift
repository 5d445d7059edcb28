import ExportReading
import TimelineFormats
import TimelineModel

/// Lends the value of a JSON text that a test wrote.
func withJSON<Result>(_ text: String, _ body: (JSONValue) throws -> Result) throws -> Result {
  var parser = JSONParser()
  let bytes = Array(text.utf8) + [UInt8](repeating: 0x20, count: JSONParser.padding)
  var outcome: Swift.Result<Result, any Error>?
  try parser.withValue(in: bytes, 0..<text.utf8.count) { value throws(JSONError) in
    outcome = Swift.Result { try body(value) }
  }
  guard let outcome else { throw JSONError.unusable("the parser lent no value") }
  return try outcome.get()
}

extension EntryWriter {
  /// What a format writes for one record that a test wrote.
  init(of text: String, as format: any TimelineFormat.Type) throws {
    self.init()
    var writer = EntryWriter()
    try withJSON(text) { try format.decode($0, into: &writer) }
    self = writer
  }

  /// The ids of the entries, in order; empty for an entry without one.
  var ids: [String] {
    batch.entries.map { batch.name(batch.contents[$0.contents.lowerBound].id) ?? "" }
  }
}
