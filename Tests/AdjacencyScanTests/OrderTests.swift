import Alongside
import Foundation
import TestSupport
import Testing
import TimelineModel

@Suite("What the order of an export allows to claim")
struct OrderTests {
  /// Posts of Mastodon's API, which names times but no places: newest first unless told otherwise.
  static func statuses(_ words: String, times: [Int]? = nil, author: String? = nil) -> String {
    let lines = words.split(separator: " ").enumerated().map { index, word in
      let seconds = times?[index] ?? 59 - index
      let account = word == "own" ? "council" : author ?? "neighbour\(index)"
      return """
        {"id":"\(116_000_000_000_000_000 + seconds * 65_536_000)",\
        "created_at":"2026-01-23T15:00:\(String(format: "%02d", seconds)).000Z","sensitive":false,\
        "spoiler_text":"","visibility":"public","language":"en",\
        "uri":"https://town.example/s/\(seconds)","url":"https://town.example/@\(account)/\(seconds)",\
        "content":"<p>\(word)</p>","reblog":null,"media_attachments":[],"mentions":[],"tags":[],\
        "account":{"id":"\(account.utf8.reduce(7) { $0 * 31 % 99_991 + Int($1) })",\
        "username":"\(account)","acct":"\(account)","display_name":"\(account)",\
        "url":"https://town.example/@\(account)"}}
        """
    }
    return "[" + lines.joined(separator: ",") + "]"
  }

  static let council = Organisation(
    name: "Test Council",
    accounts: [.init(platform: .mastodon, handle: "council@town.example")])

  static func outcome(
    _ export: String, _ change: (inout ScanRequest) -> Void = { _ in }
  ) async throws -> ScanOutcome {
    try await TestScan.report(export, organisation: council, change).outcome
  }

  @Test("a timeline from new to old is adjacent as it stands")
  func chronological() async throws {
    let outcome = try await Self.outcome(Self.statuses("zorgle own blarp ."))
    #expect(outcome.inputs.map(\.format) == ["mastodon"])
    #expect(outcome.exposures.map(\.window) == ["-1 racism floor, +1 abuse high, +2 clean"])
    #expect(outcome.captures.map(\.order) == [.chronological])
  }

  @Test("one step back in time begins another capture")
  func inversion() async throws {
    let words =
      Array(repeating: ".", count: 12) + ["own", "zorgle"] + Array(repeating: ".", count: 12)
    let times = Array(20..<33).reversed() + Array(40..<53).reversed()
    let outcome = try await Self.outcome(
      Self.statuses(words.joined(separator: " "), times: Array(times)))
    #expect(outcome.exposures.map(\.window) == ["-3 clean, -2 clean, -1 clean"])
    #expect(outcome.captures.map(\.entries) == [13])
  }

  @Test("the same time again begins another capture")
  func sameTime() async throws {
    let words = Array(repeating: ".", count: 12) + ["own", "zorgle"]
    let times = Array(20..<33).reversed() + [20]
    let outcome = try await Self.outcome(
      Self.statuses(words.joined(separator: " "), times: Array(times)))
    #expect(outcome.exposures.map(\.window) == ["-3 clean, -2 clean, -1 clean"])
  }

  @Test("entries that run up and down are refused, and taken when the user says so")
  func unordered() async throws {
    let export = Self.statuses("zorgle own . . .", times: [10, 30, 20, 50, 40])
    let outcome = try await Self.outcome(export)
    #expect(outcome.exposures == [])
    #expect(outcome.refusals.map(\.order) == [.stream])
    #expect(outcome.refusals.map(\.ownPosts) == [1])
    #expect(outcome.refusals.first?.reason.contains("from new to old") == true)
    let assumed = try await Self.outcome(export) { $0.assumesFeedOrder = true }
    #expect(assumed.exposures.count == 1)
    #expect(assumed.refusals == [])
  }

  @Test("one account's own posts are refused, for nothing stood between them")
  func ownPostsOnly() async throws {
    let outcome = try await Self.outcome(Self.statuses("own own own"))
    #expect(outcome.exposures == [])
    #expect(outcome.refusals.map(\.order) == [.own])
    #expect(outcome.refusals.first?.reason.contains("every entry is by one account") == true)
    #expect(outcome.refusals.map(\.ownPosts) == [3])
  }

  @Test(
    "the order that a record states decides",
    arguments: [
      ("feed", 1, 0, 0), ("chronological", 1, 0, 0), ("thread", 0, 1, 0), ("stream", 0, 0, 1),
      ("own", 0, 0, 1),
    ])
  func stated(order: String, exposures: Int, threads: Int, refusals: Int) async throws {
    let posts = TimelinePost.sequence("zorgle own .").map { $0.with { $0.order = order } }
    let report = try await TestScan.report(posts)
    #expect(report.outcome.exposures.count == exposures)
    #expect(report.outcome.threadExposures.count == threads)
    #expect(report.outcome.refusals.count == refusals)
    #expect(report.headline.feeds.safety.trials == exposures)
    #expect(report.headline.threads.safety == Rate(count: threads, trials: threads))
    let assumed = try await TestScan.report(posts) { $0.assumesFeedOrder = true }
    #expect(assumed.outcome.exposures.map(\.window) == ["-1 racism floor, +1 clean"])
    #expect(assumed.outcome.threadExposures == [])
    #expect(assumed.outcome.refusals == [])
    #expect(assumed.run.assumesFeedOrder)
  }

  @Test("a record that states no order is refused")
  func unstated() async throws {
    let posts = TimelinePost.sequence("zorgle own .").map { $0.with { $0.order = nil } }
    let outcome = try await TestScan.report(posts).outcome
    #expect(outcome.exposures == [])
    #expect(outcome.refusals.map(\.ownPosts) == [1])
    #expect(outcome.refusals.first?.reason.contains("does not say what their order means") == true)
  }
}
