import Alongside
import Foundation
import GRDB
@testable import NightlyBatch
import ScanHistory
import TestSupport
import Testing

/// An archive folder of a test, with a history beside it.
struct Archive {
  let folder: TemporaryFolder
  let history: String
  private let settings: BatchSettings

  init(_ change: (inout BatchSettings) -> Void = { _ in }) throws {
    folder = try TemporaryFolder()
    let archive = folder.url.appending(path: "archive").path()
    try FileManager.default.createDirectory(atPath: archive, withIntermediateDirectories: true)
    history = folder.url.appending(path: "history.db").path()
    var settings = BatchSettings()
    settings.archives = [archive]
    settings.history = history
    settings.organisation = try folder.write(Self.organisation, to: "org.yaml")
    change(&settings)
    self.settings = settings
  }

  static let organisation = """
    organisation: Test Council
    accounts:
      - {platform: x, handle: council}
      - {platform: mastodon, handle: council}

    """

  /// The path of a file of the archive.
  func path(_ name: String) -> String { folder.url.appending(path: "archive/" + name).path() }

  /// Writes a file of posts that are named in words.
  func write(_ words: String, to name: String, capture: String? = "home", from first: Int = 1000)
    throws
  {
    let posts = TimelinePost.sequence(words).enumerated().map { index, post in
      post.with {
        $0.id = String(first + index)
        $0.capture = capture
      }
    }
    try write(text: posts.ndjson, to: name)
  }

  /// Writes a file of text, in the place of what stood there.
  func write(text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

  func rename(_ name: String, to other: String) throws {
    try FileManager.default.moveItem(atPath: path(name), toPath: path(other))
  }

  func compress(_ name: String, keepingTheFirst bytes: Int? = nil) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-f", path(name)]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Keeps only the first bytes of a file.
  func truncate(_ name: String, to bytes: Int) throws {
    let data = try #require(FileManager.default.contents(atPath: path(name)))
    try data.prefix(bytes).write(to: URL(filePath: path(name)))
  }

  /// Runs the batch with the sentinel pack.
  @discardableResult
  func run(_ change: (inout BatchSettings) -> Void = { _ in }) async throws -> BatchOutcome {
    try await batch(change).run(clock: { "2026-01-01T00:00:00Z" })
  }

  /// The batch with the sentinel pack.
  func batch(_ change: (inout BatchSettings) -> Void = { _ in }) throws -> BatchRun {
    var settings = settings
    change(&settings)
    return try BatchRun(settings, rules: try TestScan.rules(), jobs: 2)
  }

  /// What the history exports.
  func export() throws -> String {
    var bytes: [UInt8] = []
    try HistoryExport.write(try History(history, for: .reading)) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The first column of a query.
  func numbers(_ sql: String) throws -> [Int] {
    try History(history, for: .reading).read { try Int.fetchAll($0, sql: sql) }
  }
}
