import TestSupport
import Testing
import TimelineModel

@Suite("Windows round own posts")
struct WindowTests {
  @Test(
    "hold the slots up to three above and below, and no more",
    arguments: [
      ("own", [""]),
      ("zorgle own", ["-1 racism floor"]),
      ("own zorgle", ["+1 racism floor"]),
      ("own . zorgle", ["+1 clean, +2 racism floor"]),
      ("own . . zorgle", ["+1 clean, +2 clean, +3 racism floor"]),
      ("own . . . zorgle", ["+1 clean, +2 clean, +3 clean"]),
      ("zorgle . . own", ["-3 racism floor, -2 clean, -1 clean"]),
      ("zorgle . . . own", ["-3 clean, -2 clean, -1 clean"]),
      (
        "zorgle blarp own frimp snib",
        ["-2 racism floor, -1 abuse high, +1 explicit medium, +2 profanity low"]
      ),
      ("zorgle+promoted own", ["-1 racism floor"]),
      ("gone own gone", ["-1 gone, +1 gone"]),
      ("zorgle gone own", ["-2 racism floor, -1 gone"]),
    ])
  func edges(words: String, expected: [String]) async throws {
    #expect(try await TestScan.exposures(words).map(\.window) == expected)
  }

  @Test(
    "keep the slots of other own posts, which are exposures of their own",
    arguments: [
      ("own own .", ["+1 own, +2 clean", "-1 own, +1 clean"]),
      (
        "zorgle own own blarp",
        ["-1 racism floor, +1 own, +2 abuse high", "-2 racism floor, -1 own, +1 abuse high"]
      ),
      (
        "own . . own . . own",
        [
          "+1 clean, +2 clean, +3 own", "-3 own, -2 clean, -1 clean, +1 clean, +2 clean, +3 own",
          "-3 own, -2 clean, -1 clean",
        ]
      ),
      ("own . . . own", ["+1 clean, +2 clean, +3 clean", "-3 clean, -2 clean, -1 clean"]),
    ])
  func ownNeighbours(words: String, expected: [String]) async throws {
    #expect(try await TestScan.exposures(words).map(\.window) == expected)
  }

  @Test("an own post that sins is no neighbour's risk")
  func ownPostsCarryNoRisk() async throws {
    let sinner = TimelinePost.own.with { $0.text = "zorgle" }
    let exposures = try await TestScan.report([sinner, .own, TimelinePost()]).outcome.exposures
    #expect(exposures.map(\.risk) == [0, 0])
    #expect(exposures.map(\.flags) == ["", ""])
  }

  @Test("the same post seen twice is two exposures")
  func twice() async throws {
    let own = TimelinePost.own.with { $0.id = "7" }
    let outcome = try await TestScan.report([own, .init("zorgle"), own, .init("snib")]).outcome
    #expect(outcome.exposures.map(\.own.own.id) == ["7", "7"])
    #expect(
      outcome.exposures.map(\.window) == [
        "+1 racism floor, +2 own, +3 profanity low", "-2 own, -1 racism floor, +1 profanity low",
      ])
    #expect(outcome.captures.map(\.exposures) == [2])
  }

  @Test("promoted neighbours are neighbours, and are told")
  func promoted() async throws {
    let exposure = try #require(try await TestScan.exposures("own zorgle+promoted").first)
    #expect(exposure.neighbours.map(\.entry.isPromoted) == [true])
    #expect(exposure.isUnsafe)
  }

  @Test("a slot that the export numbers but does not hold is a neighbour of whom nothing is known")
  func gaps() async throws {
    let posts = [TimelinePost("zorgle"), .own, .init("blarp"), .init("frimp"), .init("snib")]
    let report = try await TestScan.report(
      zip(posts, [1, 2, 4, 6, 1_000_000_000]).map { post, place in
        post.with { $0.position = place }
      })
    let exposure = try #require(report.outcome.exposures.first)
    #expect(exposure.window == "-1 racism floor, +1 gone, +2 abuse high, +3 gone")
    #expect(exposure.flags == "unsafe unsuitable unknown")
  }

  @Test("what stands before a capture's first own post and after its last is counted")
  func captureSizes() async throws {
    let report = try await TestScan.report(TimelinePost.sequence(". . . . own . own . . . . ."))
    let capture = try #require(report.outcome.captures.first)
    #expect(report.outcome.captures.count == 1)
    #expect(capture.entries == 12)
    #expect(capture.exposures == 2)
    #expect(capture.order == .feed)
    #expect(report.outcome.exposures.map(\.slot) == [5, 7])
  }

  @Test("a capture without own posts is not listed, but counted")
  func withoutOwn() async throws {
    let report = try await TestScan.report(TimelinePost.sequence(". zorgle ."))
    #expect(report.outcome.captures.isEmpty)
    #expect(report.outcome.refusals.isEmpty)
    #expect(report.outcome.tally.others == 3)
    #expect(report.outcome.tally.othersUnsafe == 1)
  }
}
