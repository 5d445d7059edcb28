@testable import Reports
import TestSupport
import Testing
import TimelineModel

@Suite("A rule that matches a post several times")
struct RepeatTests {
  @Test(
    "is one finding, and everything it matches is hidden",
    arguments: [
      ("a glorpf", "a g*****"),
      ("glorpf, then gl0rpf and SNORVELER!", "g*****, then g***** and S********!"),
      ("snorveler: ｇｌｏｒｐｆ glоrpf", "s********: ｇ***** g*****"),
      ("glorpf glorpfs, g l o r p f", "g***** g******, * * * * * *"),
    ])
  func hidden(text: String, expected: String) async throws {
    let exposure = try await InventedSlur.exposure(beside: text)
    let entry = try #require(exposure.neighbours.first?.entry)
    #expect(entry.verdict.findings.count == 1)
    #expect(Evidence.masked(text, Evidence.spans(0, 0, entry)) == expected)
    #expect(exposure.risk == (try await InventedSlur.exposure(beside: "a glorpf")).risk)
  }

  @Test("leaves nothing to read where the matches are too many to tell apart")
  func tooMany() async throws {
    let text = (1...70).map { "glorpf" + String(repeating: "f", count: $0) }.joined(separator: " ")
    let entry = try #require(try await InventedSlur.exposure(beside: text).neighbours.first?.entry)
    #expect(entry.verdict.findings.count == 1)
    #expect(Evidence.spans(0, 0, entry) == [0..<text.utf8.count])
  }
}
