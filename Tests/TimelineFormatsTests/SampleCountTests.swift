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
    "bluesky-api": "bluesky",
    "mastodon-api": "mastodon",
    "truth-social": "mastodon",
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

  /// Answers of an API that hold no posts of their own, by parts of their names.
  private static let strangers = [
    "TootSDK__mastodon.json", "TootSDK__pixelfed.json", "TootSDK__pleroma.json",
    "TootSDK__mastodon_asyncrefresh", "TootSDK__post_source", "TootSDK__scheduled_post",
    "TootSDK__quote.json", "negative/fengxuejun93",
  ]

  private static func isStrange(_ sample: Sample) -> Bool {
    strangers.contains { sample.file.contains($0) }
  }

  /// Objects that hold many answers, each under the name of a test.
  private static func isSnapshot(_ sample: Sample) -> Bool {
    sample.file.contains("__snap_")
  }

  private static let readable = Sample.all.filter {
    formats[$0.folder] != nil && !isRefused($0) && !isStrange($0) && !isSnapshot($0)
  }

  @Test(
    "give as many entries as posts were counted",
    arguments: readable)
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
    arguments: readable)
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

  @Test("that hold no posts are no format's for certain", arguments: Sample.all.filter(isStrange))
  func strange(_ sample: Sample) throws {
    try Decoding.forEachRecord(sample.path) { record, problem in
      let record = try #require(record, "\(problem)")
      for format in FormatRegistry.all {
        #expect(format.recognise(record) != .certain)
        guard format.id == "mastodon" || format.id == "bluesky" else { continue }
        #expect(Decoding.batch(of: record, as: format).entries.isEmpty)
      }
    }
  }

  @Test("within snapshots give as many entries", arguments: Sample.all.filter(isSnapshot))
  func snapshots(_ sample: Sample) throws {
    var entries = 0
    var answers = 0
    try Decoding.forEachRecord(sample.path) { record, problem in
      let record = try #require(record, "\(problem)")
      for (_, answer) in record.members {
        #expect(BlueskyFeeds.recognise(answer) == .certain)
        let batch = Decoding.batch(of: answer, as: BlueskyFeeds.self)
        #expect(BatchCheck.faults(in: batch) == [])
        entries += batch.entries.count
        answers += 1
      }
    }
    // Threads were counted as one post each; their pages show 34 posts and placeholders.
    if sample.file.contains("snap_thread") {
      #expect(answers == sample.posts)
      #expect(entries == 34)
    } else {
      #expect(entries == sample.posts)
    }
  }
}
