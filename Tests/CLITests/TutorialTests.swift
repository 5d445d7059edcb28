import Foundation
import TestSupport
import Testing

/// `docs/writing-rules.md`, followed word for word: files are saved where the text says, and each
/// command prints what stands below it.
@Suite("The tutorial")
struct TutorialTests {
  static let page = Repository.root.appending(path: "docs/writing-rules.md")

  /// A fenced block, and the last file that the words before it name.
  private struct Block {
    var kind: String
    var file: String
    var lines: [Substring] = []
  }

  @Test("can be followed, and prints what it says")
  func followed() async throws {
    let temporary = try TemporaryFolder()
    let rules = Repository.root.appending(path: "rules").resolvingSymlinksInPath()
    try FileManager.default.createSymbolicLink(
      at: temporary.url.appending(path: "rules"), withDestinationURL: rules)
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    var followed: [Substring] = []
    var block: Block?
    var file = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = block {
        guard line == "```" else {
          block?.lines.append(line)
          continue
        }
        followed += try await lines(of: open, in: temporary)
        followed.append(line)
        block = nil
      } else {
        followed.append(line)
        if line.hasPrefix("```") { block = Block(kind: String(line.dropFirst(3)), file: file) }
        // A command line of one's own is no file name.
        for match in line.matches(of: /`([a-z\/-]+\.(?:yaml|ndjson))`/) { file = String(match.1) }
      }
    }
    try Golden.expect(followed.joined(separator: "\n"), at: Self.page)
  }

  /// What a block should hold: a file as it is, commands with what they print.
  private func lines(of block: Block, in temporary: TemporaryFolder) async throws -> [Substring] {
    guard block.kind == "console" else {
      let place = temporary.url.appending(path: block.file)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((block.lines.joined(separator: "\n") + "\n").utf8).write(to: place)
      return block.lines
    }
    var lines: [Substring] = []
    for command in block.lines where command.hasPrefix("$ ") {
      let result = try await Program.run(
        "cd $T; { \(command.dropFirst(2)); } 2>&1", temporary: temporary.url)
      lines.append(command)
      var printed = result.output.split(separator: "\n", omittingEmptySubsequences: false)
      while printed.last?.isEmpty == true { printed.removeLast() }
      lines += printed.map { Substring(String($0)) }
    }
    return lines
  }
}
