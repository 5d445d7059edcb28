import Foundation
import GRDB
import NightlyBatch
import ScanHistory
import TestSupport
import Testing

@Suite("The same sighting in several files")
struct RepeatTests {
  private func counted(_ archive: Archive) throws -> [Int] {
    try archive.numbers(
      "SELECT coalesce(sum(exposures), 0) FROM exposure_counts UNION ALL "
        + "SELECT coalesce(sum(repeats), 0) FROM exposure_counts")
  }

  @Test("a capture in two files counts once")
  func twice() async throws {
    let archive = try Archive()
    try archive.write("zorgle own . own .", to: "a-2026-01-05.ndjson")
    try archive.write("zorgle own . own . ", to: "b-2026-01-05.json")
    // The same entries, told in other bytes.
    try archive.write(
      text: String(contentsOfFile: archive.path("a-2026-01-05.ndjson"), encoding: .utf8)
        .replacing("\"v\":1,", with: "\"v\":1, "), to: "b-2026-01-05.json")
    try await archive.run()
    #expect(try counted(archive) == [2, 2])
  }

  @Test("of overlapping captures each slot counts once, from the file that shows more")
  func overlapping() async throws {
    let archive = try Archive()
    try archive.write("zorgle own . own", to: "a-2026-01-05.ndjson")
    try archive.write("zorgle own . own blarp . own .", to: "b-2026-01-05.ndjson")
    try await archive.run()
    #expect(try counted(archive) == [3, 2])
    // The slot that ends the short capture is seen whole in the long one.
    let unsuitable = try archive.numbers("SELECT sum(unsuitable) FROM exposure_counts")
    #expect(unsuitable == [2])
    try archive.remove("b-2026-01-05.ndjson")
    try archive.write(". . .", to: "b-2026-01-05.ndjson", from: 9000)
    try await archive.run()
    #expect(try counted(archive) == [2, 0])
  }

  @Test("the same post seen again in another load counts again")
  func loads() async throws {
    let archive = try Archive()
    try archive.write("zorgle own . own", to: "a-2026-01-05.ndjson", capture: "home 1")
    try archive.write("zorgle own . own", to: "b-2026-01-05.ndjson", capture: "home 2")
    try archive.write("zorgle own frimp own", to: "c-2026-01-06.ndjson", capture: "home 1")
    // A newer entry on top moves every slot: the feed was loaded again.
    try archive.write(
      ". zorgle own . own", to: "d-2026-01-05.ndjson", capture: "home 1", from: 999)
    try await archive.run()
    #expect(try counted(archive) == [8, 0])
  }

  @Test("the order in which files come does not matter", arguments: 0..<8)
  func order(_ seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let files = (0..<8).map { number in
      (
        name: "\(number)-2026-01-0\(1 + number % 2).ndjson",
        words: ["zorgle own . own", "zorgle own . own blarp own", "own", ". own plizzet own ."][
          random.upTo(3)]
      )
    }
    let atOnce = try Archive()
    for file in files { try atOnce.write(file.words, to: file.name) }
    try await atOnce.run()
    let oneByOne = try Archive()
    for file in files.shuffled(using: &random) {
      // Each file is something else at first.
      if random.oneIn(2) {
        try oneByOne.write(". own zorgle", to: file.name, from: 5000)
        try await oneByOne.run()
      }
      try oneByOne.write(file.words, to: file.name)
      if random.oneIn(2) { try await oneByOne.run() }
    }
    try await oneByOne.run()
    #expect(try oneByOne.export() == atOnce.export())
    let sums = """
      SELECT sum(exposures * 1000 + repeats) FROM exposure_counts GROUP BY day, account
      UNION ALL SELECT sum(exposures) FROM exposure_category_counts GROUP BY day, category, tier
      UNION ALL SELECT sum(others) FROM entry_counts
      """
    #expect(try oneByOne.numbers(sums) == atOnce.numbers(sums))
  }
}
