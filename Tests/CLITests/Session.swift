import Alongside
import Foundation
import TestSupport
import Testing

/// A session on the command line under `fixtures/cli/sessions`: after `$ ` a command, then what it
/// prints, errors after `! `, and how it ends after `=> `.
struct Session: Sendable, CustomTestStringConvertible {
  let file: URL

  var testDescription: String { file.lastPathComponent }

  /// Every session, sorted.
  static let all: [Session] = {
    let folder = Repository.fixture("cli/sessions")
    return Repository.names(in: folder).map { Session(file: folder.appending(path: $0)) }
  }()

  /// The commands, in order.
  var commands: [String] {
    get throws {
      try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }
    }
  }

  /// Runs the commands and writes down what happens.
  func transcript() async throws -> String {
    let temporary = try TemporaryFolder()
    var parts: [String] = []
    for command in try commands {
      let result = try await Program.run(command, temporary: temporary.url)
      var text = "$ \(command)\n"
      text += Self.lines(result.output).map { $0 + "\n" }.joined()
      text += Self.lines(result.errors).map { ($0.isEmpty ? "!" : "! " + $0) + "\n" }.joined()
      parts.append(text + "=> \(result.status)\n")
    }
    return parts.joined(separator: "\n")
      .replacing(temporary.url.path(), with: "<tmp>/")
      .replacing(ToolVersion.current, with: "<version>")
  }

  /// The lines without the empty ones at the end, which some tools print.
  private static func lines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
