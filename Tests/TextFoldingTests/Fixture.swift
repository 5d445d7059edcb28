import Foundation
import Testing

/// Rows of a table in fixtures/folding: cells between tabs, comments behind #, `\u{…}` for a scalar.
enum Fixture {
  static func rows(of name: String) -> [[String]] {
    let url = root.appending(path: "fixtures/folding/\(name).tsv")
    guard let table = try? String(contentsOf: url, encoding: .utf8) else {
      Issue.record("cannot read fixtures/folding/\(name).tsv")
      return []
    }
    return table.split(separator: "\n").filter { !$0.hasPrefix("# ") }
      .map { $0.split(separator: "\t").map { unescaped(String($0)) } }
  }

  /// The repository this file is in.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private static func unescaped(_ cell: String) -> String {
    cell.replacing(#/\\u\{([0-9A-F]+)\}/#) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map(String.init) ?? ""
    }
  }
}
