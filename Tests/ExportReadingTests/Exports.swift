import ExportReading
import Foundation

/// What a reader makes of an input: each record's text, or what is wrong with it.
enum Exports {
  /// The records of a file with these bytes.
  static func records(
    of bytes: [UInt8], chunkSize: Int = Bounds.chunk, recordLimit: Int = Bounds.record
  ) throws -> [String] {
    try withFile(bytes) { path in
      try records(at: path, chunkSize: chunkSize, recordLimit: recordLimit)
    }
  }

  /// The records of a file with this text.
  static func records(of text: String, chunkSize: Int = Bounds.chunk) throws -> [String] {
    try records(of: Array(text.utf8), chunkSize: chunkSize)
  }

  /// The records of a file, and of an error that ends it.
  static func records(
    at path: String, chunkSize: Int = Bounds.chunk, recordLimit: Int = Bounds.record
  ) throws -> [String] {
    let reader = try ChunkReader(path: path, chunkSize: chunkSize, recordLimit: recordLimit)
    return try records(of: reader)
  }

  /// The records that a reader has left, and of an error that ends them.
  static func records(of reader: ChunkReader) throws -> [String] {
    var chunk = Chunk()
    var records: [String] = []
    do {
      while try reader.fill(&chunk) {
        chunk.forEachRecord { slice in
          let text = String(decoding: chunk.bytes[slice.range], as: UTF8.self)
          records.append(slice.problem.map { "<\($0)>" } ?? text)
        }
      }
    } catch {
      records.append("<\(error)>")
    }
    return records
  }

  /// Lends the path of a temporary file with these bytes.
  static func withFile<Result>(
    _ bytes: [UInt8], _ body: (String) throws -> Result
  ) throws -> Result {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }
}

/// Lends the value of a text to a closure.
func withValue<Result>(
  of text: String, _ body: (JSONValue) -> Result
) throws(JSONError) -> Result {
  try withValue(of: Array(text.utf8), body)
}

/// Lends the value of some bytes to a closure.
func withValue<Result>(
  of bytes: [UInt8], _ body: (JSONValue) -> Result
) throws(JSONError) -> Result {
  var parser = JSONParser()
  let padded = bytes + [UInt8](repeating: 0x20, count: JSONParser.padding)
  return try parser.withValue(in: padded, 0..<bytes.count) { value in body(value) }
}
