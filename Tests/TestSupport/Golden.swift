package import Foundation
package import Testing

/// Expected outputs kept in files.
package enum Golden {
  /// Compares with a golden; `ALONGSIDE_RECORD=1` writes it, and fails, so that a look follows.
  package static func expect(
    _ actual: String, at file: URL, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    if ProcessInfo.processInfo.environment["ALONGSIDE_RECORD"] == "1" {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record(
        "recorded \(file.lastPathComponent): read it, then run without ALONGSIDE_RECORD",
        sourceLocation: sourceLocation)
      return
    }
    let expected = try? String(contentsOf: file, encoding: .utf8)
    #expect(
      actual == expected, "\(file.lastPathComponent) differs; ALONGSIDE_RECORD=1 records it",
      sourceLocation: sourceLocation)
  }
}
