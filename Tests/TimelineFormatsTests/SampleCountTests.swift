import ExportReading
import Foundation
import Testing
import TimelineFormats
import TimelineModel

/// Holds decoders to real exports, by counts alone.
@Suite(
  "Real exports", .enabled(if: !Sample.all.isEmpty, "there are no samples beside the repository"))
struct SampleCountTests {
  /// Folders of samples, each with the format that reads it.
  private static let formats: [String: String] = [
    "x-graphql": "x-graphql",
    "x-v11-home": "x-v1.1",
    "x-v11-misc": "x-v1.1",
    "x-v11-search": "x-v1.1",
    "x-v11-streamgrab": "x-v1.1",
    "x-v2": "x-v2",
    "zeeschuimer": "zeeschuimer-x",
  ]

  /// Files whose entries are not as many as the posts that were counted, and why.
  private static let differences: [(suffix: String, entries: Int, why: Comment)] = [
    ("twscrape___issue_42.json", 1, "a lone timeline entry, which the count leaves out")
  ]

  /// Files that are refused, by a part of their names, each with the start of the reason.
  private static let refusals: [(part: String, reason: String)] = [
    ("export-instagram.com", "zeeschuimer export of instagram.com"),
    ("zeeschuimer-workshop__posts", "zeeschuimer export of instagram.com"),
    ("export-tiktok.com", "zeeschuimer export of tiktok.com"),
    ("tiktok-test", "zeeschuimer export of tiktok.com"),
    ("__counts", "x api v2 counts"),
    ("_compliance", "x api v2 compliance job"),
  ]

  private static func isRefused(_ sample: Sample) -> Bool {
    refusals.contains { sample.file.contains($0.part) }
  }

  @Test(
    "give as many entries as posts were counted",
    arguments: Sample.all.filter { formats[$0.folder] != nil && !isRefused($0) })
  func counts(_ sample: Sample) throws {
    let id = try #require(Self.formats[sample.folder])
    let format = try #require(FormatRegistry.format(id: id))
    let decoding = try Decoding.of(sample.path, as: format)
    let batch = decoding.writer.batch
    let difference = Self.differences.first { sample.file.hasSuffix($0.suffix) }
    #expect(batch.entries.count == difference?.entries ?? sample.posts, difference?.why)
    #expect(decoding.errors == [])
    #expect(BatchCheck.faults(in: batch) == [])
  }

  @Test(
    "are recognised by one format",
    arguments: Sample.all.filter { formats[$0.folder] != nil && !isRefused($0) })
  func recognition(_ sample: Sample) throws {
    var certain: Set<String> = []
    try Decoding.forEachRecord(sample.path) { record, _ in
      guard let record else { return }
      for candidate in FormatRegistry.candidates(for: record)
      where candidate.recognition == .certain {
        certain.insert(candidate.format.id)
      }
    }
    #expect(certain == [Self.formats[sample.folder]])
  }

  @Test("that are not read are refused with a reason", arguments: Sample.all.filter(isRefused))
  func refused(_ sample: Sample) throws {
    let expected = Self.refusals.first { sample.file.contains($0.part) }
    var reasons: Set<String> = []
    try Decoding.forEachRecord(sample.path) { record, _ in
      if let record { reasons.insert(FormatRegistry.refusal(for: record) ?? "") }
    }
    #expect(reasons.count == 1)
    #expect(reasons.first?.hasPrefix(expected?.reason ?? "-") == true)
  }
}
