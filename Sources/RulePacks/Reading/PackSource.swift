package import Diagnostics

/// A pack file as its author wrote it, kept so that a diagnostic can show the line it speaks of.
package final class PackSource: Sendable {
  /// The name as the user gave it.
  package let name: String
  /// The whole file.
  package let bytes: [UInt8]

  /// Keeps a file.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Keeps a text as if it were a file.
  package convenience init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The location of a place in this file.
  package func location(_ place: TextPlace) -> SourceLocation {
    .text(file: name, line: place.line, column: place.column)
  }

  /// A diagnostic with its line and a mark of `length` scalars.
  package func diagnostic(
    _ code: String, _ message: String, at place: TextPlace, length: Int = 1,
    help: String? = nil, severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    Diagnostic(
      severity, code, message, at: location(place),
      excerpt: .init(line: line(place.line), start: place.column - 1, length: length), help: help)
  }

  /// The text of a line, counted from one, without its break.
  ///
  /// Runs through the file, as only diagnostics ask for lines.
  package func line(_ number: Int) -> String {
    let start = self.start(ofLine: number)
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The byte at which a place stands, at most the end of the file.
  package func offset(of place: TextPlace) -> Int {
    var offset = start(ofLine: place.line)
    var column = 1
    while offset < bytes.count, column < place.column {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      column += 1
    }
    return offset
  }

  /// The scalar at a place, or nil at the end of the file.
  package func scalar(at place: TextPlace) -> Unicode.Scalar? {
    String(decoding: bytes[offset(of: place)...].prefix(4), as: UTF8.self).unicodeScalars.first
  }

  /// The place of a byte.
  package func place(ofByte offset: Int) -> TextPlace {
    var place = TextPlace(line: 1, column: 1)
    for byte in bytes[..<min(offset, bytes.count)] {
      if byte == UInt8(ascii: "\n") {
        place.line += 1
        place.column = 1
      } else if byte & 0xC0 != 0x80 {
        place.column += 1
      }
    }
    return place
  }

  /// The place of the first byte that is not UTF-8, or nil.
  package func firstInvalidUTF8() -> TextPlace? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      offset += UTF8.width(scalar)
    }
    return place(ofByte: offset)
  }

  private func start(ofLine number: Int) -> Int {
    var offset = 0
    for _ in 1..<max(number, 1) {
      while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      offset = min(offset + 1, bytes.count)
    }
    return offset
  }
}
