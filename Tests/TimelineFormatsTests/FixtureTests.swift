import ExportReading
import Foundation
import Testing
import TimelineFormats
import TimelineModel

@Suite("Fixtures")
struct FixtureTests {
  @Test("decode into the entries that their goldens show", arguments: Fixture.all)
  func golden(_ fixture: Fixture) throws {
    let format = try #require(FormatRegistry.format(id: fixture.format))
    let decoding = try Decoding.of(fixture.path, as: format)
    #expect(BatchCheck.faults(in: decoding.writer.batch) == [])
    let dump = EntryDump.text(of: decoding)
    if ProcessInfo.processInfo.environment["ALONGSIDE_RECORD"] == "1" {
      try dump.write(toFile: fixture.goldenPath, atomically: true, encoding: .utf8)
      Issue.record("recorded \(fixture.goldenPath): read it, then run without ALONGSIDE_RECORD")
      return
    }
    let golden = try? String(contentsOfFile: fixture.goldenPath, encoding: .utf8)
    #expect(dump == golden, "record with ALONGSIDE_RECORD=1 once the difference is understood")
  }

  @Test("come out the same from chunks of a few bytes", arguments: Fixture.all)
  func pieces(_ fixture: Fixture) throws {
    let format = try #require(FormatRegistry.format(id: fixture.format))
    let whole = EntryDump.text(of: try Decoding.of(fixture.path, as: format))
    for chunkSize in [1, 13, 64, 509] {
      let pieces = try Decoding.of(fixture.path, as: format, chunkSize: chunkSize)
      #expect(EntryDump.text(of: pieces) == whole, "chunks of \(chunkSize)")
    }
  }

  @Test("belong to one format, which the registry picks", arguments: Fixture.all)
  func recognition(_ fixture: Fixture) throws {
    let format = try #require(FormatRegistry.format(id: fixture.format))
    var seen = false
    try Decoding.forEachRecord(fixture.path) { record, _ in
      guard let record, !seen else { return }
      guard !Decoding.batch(of: record, as: format).entries.isEmpty else { return }
      seen = true
      let candidates = FormatRegistry.candidates(for: record)
      #expect(candidates.first?.format.id == fixture.format)
      let certain = candidates.filter { $0.recognition == .certain }.map { $0.format.id }
      #expect(certain.allSatisfy { $0 == fixture.format }, "certain: \(certain)")
    }
    #expect(seen, "no record holds a post")
  }

  @Test("cut anywhere are read up to the cut", arguments: Fixture.all)
  func cuts(_ fixture: Fixture) throws {
    let format = try #require(FormatRegistry.format(id: fixture.format))
    let bytes = try Data(contentsOf: URL(filePath: fixture.path))
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "alongside-\(UUID().uuidString)")
    try bytes.write(to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    let handle = try FileHandle(forWritingTo: copy)
    defer { try? handle.close() }
    let stride = bytes.count <= 1500 ? 1 : max(7, bytes.count / 500 | 1)
    var entries = Int.max
    for count in Swift.stride(from: bytes.count, through: 0, by: -stride) {
      try handle.truncate(atOffset: UInt64(count))
      let decoding = try Decoding.of(copy.path, as: format, chunkSize: 4096)
      let faults = BatchCheck.faults(in: decoding.writer.batch)
      #expect(faults == [], "cut at byte \(count)")
      #expect(decoding.writer.batch.entries.count <= entries, "cut at byte \(count)")
      entries = decoding.writer.batch.entries.count
    }
  }
}
