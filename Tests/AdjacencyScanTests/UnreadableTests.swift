import Alongside
import TestSupport
import Testing
import TimelineModel

@Suite("Records that cannot be read")
struct UnreadableTests {
  static let bad = #"{"v":1,"id":7}"# + "\n"

  /// Lines of a feed; `bad` is a record that cannot be read.
  static func ndjson(_ words: String, _ change: (inout TimelinePost, Int) -> Void = { _, _ in })
    -> String
  {
    words.split(separator: " ").enumerated().map { index, word in
      if word == "bad" { return bad }
      var post = TimelinePost.sequence(String(word))[0]
      post.id = String(2000 + index)
      if post.handle != "council" { post.handle = "neighbour\(index)" }
      change(&post, index)
      return post.line
    }.joined()
  }

  @Test(
    "keep their slots, of which nothing is known",
    arguments: [
      ("zorgle bad own . .", "-2 racism floor, -1 gone, +1 clean, +2 clean", "unknown"),
      (". own bad zorgle .", "-1 clean, +1 gone, +2 racism floor, +3 clean", "unknown"),
      ("bad own . .", "-1 gone, +1 clean, +2 clean", "unknown"),
      (". . own bad", "-2 clean, -1 clean, +1 gone", "unknown"),
      (". own bad bad", "-1 clean, +1 gone, +2 gone", "unknown"),
      (". own bad bad bad bad bad zorgle", "-1 clean, +1 gone, +2 gone, +3 gone", "unknown"),
      ("zorgle . bad own .", "-3 racism floor, -2 clean, -1 gone, +1 clean", "unknown"),
      (". . own . bad", "-2 clean, -1 clean, +1 clean, +2 gone", ""),
    ])
  func slots(words: String, window: String, flags: String) async throws {
    let report = try await TestScan.report(Self.ndjson(words))
    #expect(report.outcome.exposures.map(\.window) == [window])
    #expect(report.outcome.exposures.map(\.flags) == [flags])
    let bad = words.split(separator: " ").count { $0 == "bad" }
    #expect(report.outcome.inputs.map(\.problems) == [bad])
    #expect(report.outcome.tally.entries[.placeholder] == nil)
    #expect(!report.outcome.isComplete)
  }

  @Test("take no slot twice where the export numbers its slots")
  func numbered() async throws {
    let report = try await TestScan.report(
      Self.ndjson(". own bad zorgle .") { $0.position = $1 })
    #expect(
      report.outcome.exposures.map(\.window) == ["-1 clean, +1 gone, +2 racism floor, +3 clean"])
  }

  @Test("stand between the captures on both sides")
  func captures() async throws {
    let report = try await TestScan.report(
      Self.ndjson(". own bad own .") { $0.capture = $1 < 2 ? "a" : "b" })
    #expect(report.outcome.exposures.map(\.window) == ["-1 clean, +1 gone", "-1 gone, +1 clean"])
  }

  @Test("keep their slots over the ends of chunks", arguments: [1, 4])
  func chunks(jobs: Int) async throws {
    let export = Self.ndjson(". . own bad bad zorgle . . . . bad own .") { post, _ in
      post.padding = 1_100_000
    }
    let report = try await TestScan.report(export) { $0.jobs = jobs }
    #expect(
      report.outcome.exposures.map(\.window) == [
        "-2 clean, -1 clean, +1 gone, +2 gone, +3 racism floor",
        "-3 clean, -2 clean, -1 gone, +1 clean",
      ])
  }

  /// A page of X's API v2, from new to old.
  static func page(_ first: Int, _ words: String) -> String {
    let posts = words.split(separator: " ").enumerated().map { index, word in
      let author = word == "own" ? "1" : "\(first + index)"
      return """
        {"id":"\(9000 - first - index)","text":"\(word)","author_id":"\(author)",\
        "edit_history_tweet_ids":["\(9000 - first - index)"]}
        """
    }
    return #"{"data":["# + posts.joined(separator: ",") + #"],"meta":{"newest_id":"1","#
      + #""oldest_id":"1","result_count":1}}"# + "\n"
  }

  @Test("that were pages leave nothing adjacent on both sides")
  func pages() async throws {
    let council = Organisation(name: "Test", accounts: [.init(platform: .x, id: "1")])
    func windows(_ export: String) async throws -> [String] {
      try await TestScan.report(export, organisation: council).outcome.exposures.map(\.window)
    }
    let first = Self.page(10, "blarp . own")
    let second = Self.page(20, "zorgle . .")
    #expect(
      try await windows(first + second)
        == ["-2 abuse high, -1 clean, +1 racism floor, +2 clean, +3 clean"])
    #expect(
      try await windows(first + #"{"data":[{"x":1}],"meta":{}}"# + "\n" + second)
        == ["-2 abuse high, -1 clean, +1 gone, +2 gone, +3 gone"])
  }
}
