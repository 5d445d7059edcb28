import Diagnostics
import Foundation
import GRDB
@testable import NightlyBatch
import PeriodReview
import ScanHistory
import TestSupport
import Testing
import TimelineModel

@Suite("The care of a history")
struct CareTests {
  private func filled() async throws -> Archive {
    let archive = try Archive()
    for day in 1...6 {
      try archive.write(
        ". own zorgle own . own", to: "home-2026-01-0\(day).ndjson", capture: "home \(day)",
        from: 1000 * day)
    }
    try await archive.run()
    return archive
  }

  @Test("pruning takes the evidence and leaves the counts")
  func prune() async throws {
    let archive = try await filled()
    let counts = "SELECT sum(exposures + unsafe) FROM exposure_counts GROUP BY day"
    let before = try archive.numbers(counts)
    let history = try History(archive.history, for: .recording)
    #expect(try history.prune(keepingDays: 2) == 12)
    #expect(try archive.numbers(counts) == before)
    #expect(try archive.numbers("SELECT count(*) FROM exposures") == [6])
    #expect(try archive.numbers("SELECT count(*) FROM own_posts") == [6])
    #expect(try archive.numbers("SELECT count(*) FROM findings WHERE capture < 5") == [0])
    #expect(try history.check().isEmpty)
    // The files are known all the same.
    #expect(try await archive.run().summary.contains("0 new"))
  }

  @Test("a backup is a whole history")
  func backup() async throws {
    let archive = try await filled()
    let copy = archive.history + ".copy"
    try History(archive.history, for: .reading).backUp(to: copy)
    #expect(try History(copy, for: .reading).check().isEmpty)
    #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
  }

  @Test("sums that do not add up are found")
  func wrongSums() async throws {
    let archive = try await filled()
    let history = try History(archive.history, for: .recording)
    try history.write { try $0.execute(sql: "UPDATE exposure_counts SET unsuitable = 0") }
    #expect(try history.check().map(\.code).contains("H009"))
  }

  @Test("own posts of a file that is replaced go with it, and no others")
  func replaced() async throws {
    let archive = try Archive()
    try archive.write(". own . own", to: "a.ndjson")
    try archive.write(". own", to: "b.ndjson", capture: "list")
    try await archive.run()
    #expect(try archive.numbers("SELECT count(*) FROM own_posts") == [2])
    try archive.write("own", to: "a.ndjson", from: 5000)
    try await archive.run()
    #expect(try archive.numbers("SELECT post FROM own_posts ORDER BY post") == [1001, 5000])
  }

  @Test(
    "a history that may only be read is left as it is",
    .enabled(if: geteuid() != 0, "root may write to everything"))
  func readOnly() async throws {
    let archive = try await filled()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: archive.history)
    let files = try FileManager.default.contentsOfDirectory(atPath: archive.folder.url.path())
    #expect(throws: Diagnostic.self) { try History(archive.history, for: .recording) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: archive.folder.url.path()) == files)
  }

  @Test("what is no history is told")
  func noHistory() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(String(repeating: "no database ", count: 999), to: "h.db")
    #expect(throws: Diagnostic.self) { try History(path, for: .recording) }
    #expect(throws: Diagnostic.self) { try History(path + ".absent", for: .reading) }
  }

  @Test("every released schema opens and comes up to this program's")
  func migrations() throws {
    let schemas = Repository.names(in: Repository.fixture("histories"))
    #expect(!schemas.isEmpty)
    for name in schemas where name.hasSuffix(".sql") {
      let folder = try TemporaryFolder()
      let path = folder.url.appending(path: "h.db").path()
      let sql = try String(contentsOf: Repository.fixture("histories/" + name), encoding: .utf8)
      let queue = try DatabaseQueue(path: path)
      try queue.inDatabase { try $0.execute(sql: "PRAGMA foreign_keys = OFF;" + sql) }
      try queue.close()
      let history = try History(path, for: .recording)
      #expect(try history.check().isEmpty)
      var bytes: [UInt8] = []
      try HistoryExport.write(history) { bytes += $0 }
      try Golden.expect(
        String(decoding: bytes, as: UTF8.self),
        at: Repository.fixture("histories/" + name.replacing(".sql", with: ".ndjson")))
    }
  }

  @Test("a rescan brings a period to the packs of today, and reports tell of a mixture until then")
  func rescan() async throws {
    let archive = try await filled()
    let period = try Period("2026-01-04..2026-01-06")
    let run = try archive.batch { $0.strictness = 2 }
    func methods() throws -> Int {
      let review = try PeriodRequest(try Period("2026-01"), against: nil)
        .review(of: History(archive.history, for: .reading))
      return try #require(review.change).methods.count
    }
    #expect(try methods() == 1)
    let outcome = try await run.rescan(period, clock: { "2026-01-01T00:00:00Z" })
    #expect(outcome.isComplete)
    #expect(try archive.numbers("SELECT count(*) FROM inputs GROUP BY method") == [3, 3])
    #expect(try methods() == 2)
    #expect(try History(archive.history, for: .reading).check().isEmpty)
    let again = try await run.rescan(period, clock: { "2026-01-01T00:00:00Z" })
    #expect(again.summary.contains("0 found"))
  }
}
