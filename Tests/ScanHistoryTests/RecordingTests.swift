import Diagnostics
import Foundation
import GRDB
import NightlyBatch
import ScanHistory
import TestSupport
import Testing
import TimelineModel

@Suite("Recording")
struct RecordingTests {
  static let counted = "SELECT coalesce(sum(exposures), 0) FROM exposure_counts"

  @Test("the history holds what a scan of the same files finds")
  func sameAsScan() async throws {
    let archive = try Archive()
    try archive.write("zorgle own . blarp own gone own", to: "a-2026-01-05.ndjson")
    try archive.write(". own plizzet . . own frimp", to: "b-2026-01-06.ndjson", from: 2000)
    try await archive.run()
    var text = ""
    for name in ["a-2026-01-05.ndjson", "b-2026-01-06.ndjson"] {
      text += try String(contentsOfFile: archive.path(name), encoding: .utf8)
    }
    let scanned = try await TestScan.report(text).headline
    #expect(try archive.numbers(Self.counted) == [5])
    #expect(
      try archive.numbers("SELECT sum(measured) FROM exposure_counts") == [
        scanned.feeds.safety.trials
      ])
    #expect(
      try archive.numbers("SELECT sum(unsafe) FROM exposure_counts") == [scanned.feeds.safety.count]
    )
    #expect(
      try archive.numbers("SELECT sum(unsuitable) FROM exposure_counts") == [
        scanned.feeds.suitability.count
      ])
    #expect(
      try archive.numbers("SELECT sum(unsafe_unknown) FROM exposure_counts") == [
        scanned.feeds.safety.unknown
      ])
    let counted = try archive.numbers(
      "SELECT sum(exposures) FROM exposure_category_counts GROUP BY category ORDER BY category")
    #expect(counted == scanned.categories.map(\.rate.count))
  }

  @Test("a manifest dates a capture, whenever it comes; a folder's dates what no name does")
  func manifests() async throws {
    let archive = try Archive()
    try archive.write("zorgle own", to: "a-2026-01-05.ndjson")
    try archive.write(". own", to: "b.ndjson", from: 2000)
    func manifest(_ moment: String) -> String {
      "taken-by: a clerk\ntaken-at: \(moment)\npage: home\ntool: none\nattention: seen\n"
    }
    try await archive.run()
    try archive.write(text: manifest("2026-03-01T10:30:00+02:00"), to: "capture.yaml")
    #expect(try await archive.run().isComplete)
    let day = "SELECT replace(day, '-', '') FROM captures ORDER BY id"
    #expect(try archive.numbers(day) == [20_260_105, 20_260_301])
    #expect(
      try archive.numbers("SELECT substr(time, 1, 2) FROM captures WHERE time IS NOT NULL") == [8])
    try archive.write(text: manifest("2026-03-02T09:00:00Z"), to: "a-2026-01-05.capture.yaml")
    #expect(try await archive.run().isComplete)
    #expect(try archive.numbers(day) == [20_260_302, 20_260_301])
    #expect(try archive.numbers(Self.counted) == [2])
    // A slip in one is told every night until it is mended.
    try archive.write(text: manifest("soon"), to: "a-2026-01-05.capture.yaml")
    for _ in 1...2 {
      let outcome = try await archive.run()
      #expect(!outcome.isComplete)
      #expect(outcome.diagnostics.map(\.code) == ["P006"])
    }
    #expect(try archive.numbers(day) == [20_260_105, 20_260_301])
    #expect(try History(archive.history, for: .reading).check().isEmpty)
  }

  @Test("a run with nothing new changes nothing")
  func nothingNew() async throws {
    let archive = try Archive()
    try archive.write("zorgle own", to: "a.ndjson")
    try await archive.run()
    let before = try archive.export()
    let outcome = try await archive.run()
    #expect(outcome.summary == "run 2: files: 1 found, 0 new; own posts found: 0")
    #expect(try archive.export() == before)
  }

  @Test("a changed file takes the place of what it was")
  func changed() async throws {
    let archive = try Archive()
    try archive.write("zorgle own", to: "a.ndjson")
    try await archive.run()
    try archive.write("zorgle own . own", to: "a.ndjson")
    let outcome = try await archive.run()
    #expect(outcome.summary.contains("1 changed"))
    #expect(try archive.numbers(Self.counted) == [2])
  }

  @Test("a renamed file is the same file, and so is a compressed one")
  func renamed() async throws {
    let archive = try Archive()
    try archive.write("zorgle own", to: "a-2026-01-05.ndjson")
    try await archive.run()
    let before = try archive.export()
    try archive.rename("a-2026-01-05.ndjson", to: "b-2026-01-05.ndjson")
    #expect(try await archive.run().summary.contains("1 renamed"))
    try archive.compress("b-2026-01-05.ndjson")
    #expect(try await archive.run().summary.contains("1 copied, 1 vanished"))
    #expect(try archive.export() == before)
  }

  @Test("what is in a file that has gone stays counted")
  func vanished() async throws {
    let archive = try Archive()
    try archive.write("zorgle own", to: "a.ndjson")
    try archive.write("own", to: "b.ndjson", from: 2000)
    try await archive.run()
    let before = try archive.export()
    try archive.remove("a.ndjson")
    #expect(try await archive.run().summary.contains("1 vanished"))
    #expect(!(try await archive.run().summary.contains("vanished")))
    #expect(try archive.export() == before)
  }

  @Test("a half-written file counts for nothing until it is whole")
  func halfWritten() async throws {
    let archive = try Archive()
    try archive.write("zorgle own . own . . . own", to: "a.ndjson")
    try archive.compress("a.ndjson")
    let whole = try #require(FileManager.default.contents(atPath: archive.path("a.ndjson.gz")))
    try archive.truncate("a.ndjson.gz", to: whole.count / 2)
    let first = try await archive.run()
    #expect(!first.isComplete)
    #expect(try archive.numbers(Self.counted) == [0])
    let second = try await archive.run()
    #expect(second.diagnostics.map(\.code) == ["B007"])
    try whole.write(to: URL(filePath: archive.path("a.ndjson.gz")))
    #expect(try await archive.run().isComplete)
    #expect(try archive.numbers(Self.counted) == [3])
  }

  @Test("a file that is no export is told and left out")
  func foreign() async throws {
    let archive = try Archive()
    try archive.write(text: "{\"colour\": \"green\"}", to: "settings.json")
    try archive.write("zorgle own", to: "a.ndjson")
    let outcome = try await archive.run()
    #expect(outcome.diagnostics.map(\.code) == ["F006"])
    #expect(try archive.numbers(Self.counted) == [1])
    #expect(try await archive.run { $0.exclude = ["settings*"] }.isComplete)
  }

  @Test("a capture is of the time that its export states, whatever its file is called")
  func recordedAt() async throws {
    let archive = try Archive()
    let fixture = Repository.fixture("timelines/zeeschuimer-x/home-and-thread.ndjson")
    let text = try String(contentsOf: fixture, encoding: .utf8)
      .replacing("KilnboroughCC", with: "council")
    try archive.write(text: text, to: "download-2026-02-20.ndjson")
    try await archive.run()
    let days = "SELECT count(*) FROM captures WHERE day = '2026-01-23' AND dated_by = 'export'"
    let captures = try archive.numbers("SELECT count(*) FROM captures")
    #expect(captures != [0])
    #expect(try archive.numbers(days) == captures)
    #expect(try archive.numbers("SELECT count(*) FROM captures WHERE time = '15:42'") != [0])
    #expect(try archive.numbers("SELECT count(*) FROM inputs WHERE day = '2026-01-23'") == [1])
    let before = try archive.export()
    try archive.rename("download-2026-02-20.ndjson", to: "copy-2026-03-01.ndjson")
    #expect(try await archive.run().summary.contains("1 renamed"))
    #expect(try archive.export() == before)
  }

  @Test("no words and no names of strangers are kept")
  func privacy() async throws {
    let archive = try Archive()
    try archive.write("zorgle own plizzet", to: "a.ndjson")
    try await archive.run()
    let history = try History(archive.history, for: .reading)
    try history.backUp(to: archive.history + ".copy")
    let bytes = try Data(contentsOf: URL(filePath: archive.history + ".copy"))
    for word in ["a zorgle", "neighbour0", "neighbour2", "a message of ours"] {
      #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
    }
    #expect(bytes.range(of: Data("sentinels.zorgle.010".utf8)) != nil)
  }
}
