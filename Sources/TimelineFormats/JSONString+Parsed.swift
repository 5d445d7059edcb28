import ExportReading

extension JSONString {
  /// Lends the value that the string holds as JSON text.
  ///
  /// Costs a parser each time: few exports have JSON within strings, and a decoder keeps nothing.
  func withParsed(_ body: (JSONValue) throws(JSONError) -> Void) throws(JSONError) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count + JSONParser.padding)
    append(to: &bytes)
    try Self.withParsed(bytes, body)
  }

  /// Lends the value of a JSON text.
  static func withParsed(
    _ text: consuming [UInt8], _ body: (JSONValue) throws(JSONError) -> Void
  ) throws(JSONError) {
    let count = text.count
    text.append(contentsOf: repeatElement(0x20, count: JSONParser.padding))
    var parser = JSONParser()
    try parser.withValue(in: text, 0..<count) { value throws(JSONError) in
      try body(value)
    }
  }
}
