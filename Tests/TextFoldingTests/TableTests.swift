internal import CTextFolding
import Foundation
import Testing

@testable import TextFolding

@Suite("Unicode tables")
struct TableTests {
  /// Where Unicode's files are: UNICODE_DIRECTORY, else where Debian's unicode-data puts them.
  private static let directory: String? = {
    let named = ProcessInfo.processInfo.environment["UNICODE_DIRECTORY"] ?? "/usr/share/unicode"
    let exists = { (file: String) in FileManager.default.fileExists(atPath: "\(named)/\(file)") }
    let hasConfusables = exists("confusables.txt") || exists("security/confusables.txt")
    return hasConfusables && exists("UnicodeData.txt") && exists("Scripts.txt") ? named : nil
  }()

  @Test(
    "the tables are what the generator makes of Unicode's files",
    .enabled(if: directory != nil, "UNICODE_DIRECTORY names no folder with confusables.txt"))
  func generated() throws {
    let directory = try #require(Self.directory)
    let script = Fixture.root.appending(path: "scripts/generate-folding-tables.py")
    let table = Fixture.root.appending(path: "Sources/CTextFolding/FoldingTables.c")
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script.path(), directory]
    process.standardOutput = pipe
    try process.run()
    let made = try pipe.fileHandleForReading.readToEnd()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let isCurrent = try made == Data(contentsOf: table)
    #expect(
      isCurrent, "run scripts/generate-folding-tables.py \(directory) > \(table.lastPathComponent)")
  }

  @Test("the scripts have the generator's indices")
  func scripts() {
    let cases: [(Unicode.Scalar, UInt8)] = [
      ("ʘ", Script.latin), ("ב", Script.hebrew), ("ب", Script.arabic), ("€", Script.sign),
      ("न", Script.other),
    ]
    for (scalar, script) in cases {
      let entry = FoldEntry(of: scalar.value)
      #expect(entry.kind == .letter && entry.letter.script == script, "\(scalar)")
    }
  }
}
