import Diagnostics
import ExportReading
import Foundation

/// A whole file of one JSON value.
enum JSONDocument {
  /// Reads a file and lends its value to `body`.
  static func read<Result>(
    _ path: String, _ body: (JSONValue) throws(JSONError) -> Result
  ) throws(DiagnosticList) -> Result {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DiagnosticList([
        Diagnostic(.error, "R100", "cannot be read", at: .file(path), help: "check the path")
      ])
    }
    let bytes = Array(data) + [UInt8](repeating: 0x20, count: JSONParser.padding)
    var parser = JSONParser()
    do throws(JSONError) {
      return try parser.withValue(in: bytes, 0..<data.count, body)
    } catch {
      throw DiagnosticList([
        Diagnostic(.error, "R100", error.words, at: .file(path), help: "correct the file")
      ])
    }
  }
}
