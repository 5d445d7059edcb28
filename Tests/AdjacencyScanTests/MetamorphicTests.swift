import Alongside
import Foundation
import Reports
import ReviewFigures
import Synchronization
import TestSupport
import Testing
import TimelineModel

@Suite("What must not change a scan")
struct MetamorphicTests {
  @Test("windows are what slicing each capture gives", arguments: UInt64(1)...12)
  func slicing(seed: UInt64) async throws {
    let timeline = RandomTimeline(seed: seed, posts: 60)
    let outcome = try await TestScan.report(timeline.posts).outcome
    #expect(RandomTimeline.windows(of: outcome) == timeline.expectedWindows)
  }

  @Test("windows reach over the ends of chunks", arguments: UInt64(20)...23)
  func chunks(seed: UInt64) async throws {
    // Chunks of 1 MiB hold from one to five posts, so that windows reach over several.
    let padding = [200_000, 300_000, 500_000, 1_100_000][Int(seed - 20)]
    let timeline = RandomTimeline(seed: seed, posts: 30, ownOneIn: 4, padding: padding)
    for jobs in [1, 4] {
      let outcome = try await TestScan.report(timeline.posts) { $0.jobs = jobs }.outcome
      #expect(RandomTimeline.windows(of: outcome) == timeline.expectedWindows, "\(jobs) jobs")
      #expect(outcome.exposures.map(\.own.record) == Self.records(of: outcome, in: timeline))
    }
  }

  @Test("an own post anywhere near the end of a chunk has its whole window", arguments: 7...14)
  func chunkEnds(place: Int) async throws {
    // The first chunk ends after ten posts.
    let posts = (0..<22).map { index in
      (index == place ? TimelinePost.own : TimelinePost("zorgle")).with {
        $0.padding = 100_000
        $0.id = String(3000 + index)
        if index != place { $0.handle = "neighbour\(index)" }
      }
    }
    let outcome = try await TestScan.report(posts).outcome
    let exposure = try #require(outcome.exposures.first)
    #expect(
      exposure.window == "-3 racism floor, -2 racism floor, -1 racism floor, "
        + "+1 racism floor, +2 racism floor, +3 racism floor")
    #expect(
      exposure.neighbours.map(\.entry.own.id)
        == [-3, -2, -1, 1, 2, 3].map { String(3000 + place + $0) })
  }

  @Test(
    "an own post anywhere near the end of a part of a chunk has its whole window",
    arguments: 14...20)
  func partEnds(place: Int) async throws {
    // The second chunk is twice as long as the first, and has too much text for one part.
    let text = "zorgle" + String(repeating: " .", count: 30_000)
    let posts = (0..<30).map { index in
      (index == place ? TimelinePost.own : TimelinePost(text)).with {
        $0.id = String(3000 + index)
        if index != place { $0.handle = "neighbour\(index)" }
      }
    }
    let outcome = try await TestScan.report(posts).outcome
    let exposure = try #require(outcome.exposures.first)
    #expect(
      exposure.neighbours.map(\.entry.own.id)
        == [-3, -2, -1, 1, 2, 3].map { String(3000 + place + $0) })
    #expect(exposure.own.record == place + 1)
  }

  /// The record numbers that the own posts' places in the file give.
  private static func records(of outcome: ScanOutcome, in timeline: RandomTimeline) -> [Int] {
    outcome.exposures.map { exposure in
      (timeline.posts.firstIndex { $0.id == exposure.own.own.id } ?? -1) + 1
    }
  }

  @Test("padding changes nothing but places in the file")
  func padding() async throws {
    func risks(_ padding: Int) async throws -> [String] {
      let timeline = RandomTimeline(seed: 5, posts: 40, padding: padding)
      return try await TestScan.report(timeline.posts).outcome.exposures.map {
        "\($0.window) \($0.factorText) \($0.risk) \($0.flags)"
      }
    }
    let plain = try await risks(0)
    #expect(plain.count > 3)
    #expect(try await risks(100_000) == plain)
  }

  @Test("entries far away change no exposure", arguments: UInt64(30)...37)
  func farAway(seed: UInt64) async throws {
    let timeline = RandomTimeline(seed: seed, posts: 30, captures: 1)
    let rest = Array(repeating: TimelinePost().with { $0.capture = "capture 0" }, count: 3)
    let far = RandomTimeline(seed: seed + 100, posts: 20, captures: 1, ownOneIn: 1_000_000).posts
    let near = try await TestScan.report(timeline.posts + rest).outcome
    let more = try await TestScan.report(timeline.posts + rest + far).outcome
    #expect(more.exposures == near.exposures)
    let before = try await TestScan.report(far + rest + timeline.posts).outcome
    // What stands before shifts slots and places, and is seen by the first three slots only.
    #expect(before.exposures.map(\.slot) == near.exposures.map { $0.slot + far.count + rest.count })
    let isInside = near.exposures.map { $0.slot > 3 }
    let nearRisks = zip(near.exposures, isInside).filter(\.1).map(\.0.factorText)
    #expect(zip(before.exposures, isInside).filter(\.1).map(\.0.factorText) == nearRisks)
  }

  @Test("a capture split in two is two captures", arguments: UInt64(40)...47)
  func split(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let posts = RandomTimeline(seed: seed, posts: 30, captures: 1).posts
    let place = 1 + random.upTo(28)
    let parts = [Array(posts[..<place]), Array(posts[place...])]
    let renamed = parts[0] + parts[1].map { $0.with { $0.capture = "another" } }
    let whole = try await TestScan.report(renamed).outcome.exposures
    var apart: [Exposure] = []
    for part in parts { apart += try await TestScan.report(part).outcome.exposures }
    #expect(whole.map(\.window) == apart.map(\.window))
    #expect(whole.map(\.risk) == apart.map(\.risk))
  }

  @Test("the number of workers changes no byte of what is written")
  func jobs() async throws {
    let folder = try TemporaryFolder()
    let timeline = RandomTimeline(seed: 77, posts: 6_000, captures: 5, padding: 400)
    let path = try folder.write(timeline.posts.ndjson, to: "timeline.ndjson")
    var documents: Set<[UInt8]> = []
    var verdicts: Set<[UInt8]> = []
    for jobs in [1, 2, 8] {
      var request = ScanRequest(exports: [path])
      request.organisation = TestScan.organisation
      request.isHashed = true
      request.jobs = jobs
      let rules = try TestScan.rules()
      let report = try await request.report(with: rules)
      #expect(report.outcome.exposures.count > 500)
      documents.insert(JSONReport.render(Review(of: report), ReportOptions()))
      let lines = Mutex<[UInt8]>([])
      _ = try await request.classify(with: rules) { bytes in lines.withLock { $0 += bytes } }
      verdicts.insert(lines.withLock { $0 })
    }
    #expect(documents.count == 1)
    #expect(verdicts.count == 1)
    let lines = verdicts.first?.split(separator: UInt8(ascii: "\n")) ?? []
    #expect(lines.count == timeline.posts.count)
    let first = try #require(lines.first)
    #expect(String(decoding: first, as: UTF8.self).hasPrefix(#"{"id":"10000","#))
  }

  @Test("a document written out as it is found is the document rendered at once")
  func spooled() async throws {
    let folder = try TemporaryFolder()
    let timeline = RandomTimeline(seed: 78, posts: 900, captures: 4, padding: 9_000)
    let path = try folder.write(timeline.posts.ndjson, to: "timeline.ndjson")
    var request = ScanRequest(exports: [path, path])
    request.organisation = TestScan.organisation
    request.jobs = 3
    let rules = try TestScan.rules()
    let options = ReportOptions()
    let report = try await request.report(with: rules)
    let document = try await request.document(with: rules, options: options)
    var bytes: [UInt8] = []
    try document.write { bytes += $0 }
    #expect(bytes == JSONReport.render(Review(of: report), options))
    #expect(document.report.outcome.exposures.isEmpty)
    #expect(document.report.headline == report.headline)
    #expect(document.report.outcome.feeds == report.outcome.feeds)
    #expect(
      TerminalReport.render(Review(of: document.report), options)
        == TerminalReport.render(Review(of: report), options))
  }

  @Test("the worst incidents are the exposures of highest risk, equals in the order of the feed")
  func worst() async throws {
    let posts = RandomTimeline(seed: 79, posts: 600, captures: 1).posts
    let outcome = try await TestScan.report(posts).outcome
    let expected = outcome.exposures.enumerated().filter { $0.element.risk > 0 }
      .sorted { ($1.element.risk, $0.offset) < ($0.element.risk, $1.offset) }.map(\.element)
    #expect(expected.count > ExposureFigures.keptIncidents)
    #expect(outcome.feeds.worst == Array(expected.prefix(ExposureFigures.keptIncidents)))
    #expect(outcome.feeds.incidents == expected.count)
  }

  @Test("the prefilter changes no byte of what is written")
  func prefilter() async throws {
    let posts = RandomTimeline(seed: 9, posts: 400).posts
    let folder = try TemporaryFolder()
    let path = try folder.write(posts.ndjson, to: "timeline.ndjson")
    var documents: Set<[UInt8]> = []
    for usesPrefilter in [true, false] {
      var request = ScanRequest(exports: [path])
      request.organisation = TestScan.organisation
      request.usesPrefilter = usesPrefilter
      documents.insert(
        JSONReport.render(
          Review(of: try await request.report(with: TestScan.rules())), ReportOptions()))
    }
    #expect(documents.count == 1)
  }
}
