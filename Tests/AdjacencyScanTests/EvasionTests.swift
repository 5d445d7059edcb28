import Alongside
import Foundation
import TestSupport
import Testing
import TimelineModel

@Suite("Ten evasions of a slur, and ten words that look like it")
struct EvasionTests {
  @Test("are found where they stand", arguments: InventedSlur.lines(of: "found.txt"))
  func found(line: String) async throws {
    let parts = line.split(separator: "«", maxSplits: 1, omittingEmptySubsequences: false)
    let marked = try #require(parts.last?.split(separator: "»").first)
    let text = line.replacing("«", with: "").replacing("»", with: "")
    let entry = try #require(
      try await InventedSlur.exposure(beside: text).neighbours.first?.entry)
    let finding = try #require(entry.verdict.findings.first)
    #expect(entry.verdict.findings.count == 1)
    #expect(finding.span.lowerBound == parts[0].utf8.count)
    #expect(String(decoding: Array(text.utf8)[finding.span], as: UTF8.self) == marked)
  }

  @Test("are left alone", arguments: InventedSlur.lines(of: "innocent.txt"))
  func innocent(line: String) async throws {
    let exposure = try await InventedSlur.exposure(beside: line)
    #expect(exposure.risk == 0)
    #expect(exposure.neighbours.flatMap(\.entry.verdict.findings).isEmpty)
  }

  @Test("there are ten of each")
  func ten() {
    #expect(InventedSlur.lines(of: "found.txt").count == 10)
    #expect(InventedSlur.lines(of: "innocent.txt").count == 10)
  }
}

/// The pack under `fixtures/evasions`, whose one rule finds invented slurs.
enum InventedSlur {
  /// The lines of a file beside the pack.
  static func lines(of name: String) -> [String] {
    let file = Repository.fixture("evasions").appending(path: name)
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").map(String.init)
  }

  /// An own post with a stranger's text above it.
  static func exposure(beside text: String) async throws -> Exposure {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      [TimelinePost(text).with { $0.id = "1" }, TimelinePost.own.with { $0.id = "2" }].ndjson,
      to: "timeline.ndjson")
    var request = ScanRequest(exports: [path])
    request.organisation = TestScan.organisation
    let rules = try LoadedRules(folder: Repository.fixture("evasions/rules").path())
    let report = try await request.report(with: rules)
    _ = folder
    return try #require(report.outcome.exposures.first)
  }
}
