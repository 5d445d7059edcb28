import ExportReading
import Foundation
import Testing
import TimelineFormats
import TimelineModel

@Suite("Registry of formats")
struct RegistryTests {
  @Test("has every format once")
  func unique() {
    let ids = FormatRegistry.all.map { $0.id }
    #expect(Set(ids).count == ids.count)
    #expect(FormatRegistry.format(id: "no such format") == nil)
  }

  @Test("names formats as folders and describes them in a line")
  func descriptions() {
    for format in FormatRegistry.all {
      #expect(
        format.id.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || ".-".contains($0)) })
      #expect(!format.summary.isEmpty && !format.summary.contains("\n"))
      #expect(!format.orderNote.isEmpty && !format.orderNote.contains("\n"))
    }
  }

  @Test("has a folder of fixtures for every format, and no other folder")
  func folders() {
    #expect(Set(Fixture.folders) == Set(FormatRegistry.all.map { $0.id }))
    for folder in Fixture.folders {
      #expect(Fixture.all.contains { $0.format == folder }, "\(folder) holds no fixture")
    }
  }

  @Test("has a golden for every fixture, and no other golden")
  func goldens() {
    #expect(Fixture.orphans == [])
    #expect(Set(Fixture.all.map(\.goldenPath)).count == Fixture.all.count)
  }

  @Test("is certain of a fixture in every folder", arguments: Fixture.folders)
  func certainty(_ folder: String) throws {
    let format = try #require(FormatRegistry.format(id: folder))
    var isCertain = false
    for fixture in Fixture.all where fixture.format == folder {
      try Decoding.forEachRecord(fixture.path) { record, _ in
        if let record, format.recognise(record) == .certain { isCertain = true }
      }
    }
    #expect(isCertain)
  }

  @Test(
    "takes nothing for a post that is none",
    arguments: [
      "{}", "[]", "null", "7", "\"text\"", "true", #"{"a":{"b":[]}}"#, #"{"id":"1"}"#,
      #"{"text":"no id"}"#, #"{"id":null,"text":null}"#, #"{"feed":[]}"#, #"{"posts":{}}"#,
    ])
  func strangers(_ text: String) throws {
    var parser = JSONParser()
    let bytes = Array(text.utf8) + [UInt8](repeating: 0x20, count: JSONParser.padding)
    try parser.withValue(in: bytes, 0..<text.utf8.count) { value in
      for format in FormatRegistry.all {
        #expect(format.recognise(value) != .certain, "\(format.id)")
        let batch = Decoding.batch(of: value, as: format)
        #expect(BatchCheck.faults(in: batch) == [], "\(format.id)")
        #expect(batch.entries.isEmpty, "\(format.id)")
      }
    }
  }
}
