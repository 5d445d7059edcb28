private import CSimdJSON

/// Parses one JSON value at a time with simdjson; one per worker, reuses its memory.
@safe
package struct JSONParser: ~Copyable {
  // SAFETY: made in init, freed in deinit, and never handed out: one owner, one thread.
  private let parser: OpaquePointer

  /// Bytes that must be readable, whatever they hold, after every parsed text.
  package static let padding = Int(ALONGSIDE_JSON_PADDING)

  /// Makes a parser for texts of up to `capacity` bytes; memory is taken as texts need it.
  package init(capacity: Int = Bounds.record) {
    // SAFETY: the shim returns null only when memory has run out, where Swift would trap as well.
    guard let parser = unsafe alongside_json_parser_create(capacity) else {
      preconditionFailure("out of memory")
    }
    unsafe self.parser = parser
  }

  deinit {
    // SAFETY: the only owner goes away.
    unsafe alongside_json_parser_destroy(parser)
  }

  /// Parses `bytes[range]` and lends the value to `body`, which must not keep it.
  ///
  /// `bytes` holds `padding` more bytes after the range. A text with a lone surrogate escape is
  /// parsed again with U+FFFD in its place. Costs about a nanosecond for four bytes.
  package mutating func withValue<Result>(
    in bytes: [UInt8], _ range: Range<Int>, _ body: (JSONValue) throws(JSONError) -> Result
  ) throws(JSONError) -> Result {
    precondition(range.upperBound + Self.padding <= bytes.count, "BUG: no padding after the text")
    var document = unsafe alongside_json_document()
    // SAFETY: the range and its padding lie within the array, as checked above.
    let code = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe alongside_json_parse(
        parser, buffer.baseAddress.map { unsafe $0 + range.lowerBound }, range.count, &document)
    }
    if code == 0 {
      return try body(unsafe Self.root(of: document))
    }
    guard alongside_json_is_string_error(code) != 0,
      let repaired = SurrogateRepair.repaired(bytes, range)
    else {
      throw Self.error(code)
    }
    return try withRepairedValue(in: repaired, body)
  }

  private mutating func withRepairedValue<Result>(
    in bytes: [UInt8], _ body: (JSONValue) throws(JSONError) -> Result
  ) throws(JSONError) -> Result {
    var document = unsafe alongside_json_document()
    // SAFETY: the repaired copy ends in padding.
    let code = unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe alongside_json_parse(
        parser, buffer.baseAddress, buffer.count - Self.padding, &document)
    }
    guard code == 0 else { throw Self.error(code) }
    return try body(unsafe Self.root(of: document))
  }

  private static func root(of document: alongside_json_document) -> JSONValue {
    // SAFETY: a successful parse leaves a root at word 0 and its value at word 1; both buffers
    // stay until the next parse, which `mutating` keeps out of the borrowing closure.
    unsafe JSONValue(tape: document.tape, strings: document.strings, index: 1)
  }

  private static func error(_ code: Int32) -> JSONError {
    // SAFETY: simdjson's messages are static strings.
    let message = unsafe String(cString: alongside_json_error_message(code))
    return .malformed(message.prefix { $0 != "." && $0 != ":" }.lowercased())
  }
}

/// Why a text could not be read as JSON, or its value not be taken for a record.
package enum JSONError: Error, Hashable {
  /// simdjson's reason.
  case malformed(String)
  /// A decoder's reason.
  case unusable(String)
}
