import Alongside
import TestSupport
import Testing
import TimelineModel

@Suite("Captures")
struct CaptureTests {
  /// Posts of interleaved captures: `a:own b:zorgle` is an own post in a, then a post in b.
  static func interleaved(_ words: String) -> [TimelinePost] {
    words.split(separator: " ").map { word in
      let parts = word.split(separator: ":")
      var post = TimelinePost.sequence(String(parts[1]))[0]
      post.capture = String(parts[0])
      post.id = ""
      return post
    }
  }

  @Test(
    "do not touch one another, and may be interleaved",
    arguments: [
      ("a:zorgle b:own", [""]),
      ("a:own b:zorgle", [""]),
      ("a:own b:zorgle a:blarp b:own", ["+1 abuse high", "-1 racism floor"]),
      (
        "a:zorgle b:. a:own c:own b:. b:own",
        ["-1 racism floor", "-2 clean, -1 clean", ""]
      ),
      ("a:own b:. b:. b:. b:. b:. a:zorgle", ["+1 racism floor"]),
    ])
  func interleaving(words: String, expected: [String]) async throws {
    let outcome = try await TestScan.report(Self.interleaved(words)).outcome
    #expect(outcome.exposures.map(\.window) == expected)
    #expect(outcome.captures.reduce(0) { $0 + $1.exposures } == expected.count)
    for exposure in outcome.exposures {
      #expect(outcome.captures.indices.contains(exposure.capture))
    }
  }

  @Test("end where positions go back")
  func positions() async throws {
    let places = [(TimelinePost("zorgle"), 8), (.own, 9), (.own, 1), (.init("blarp"), 2)]
    let outcome = try await TestScan.report(
      places.map { post, place in post.with { $0.position = place } }
    ).outcome
    #expect(outcome.exposures.map(\.window) == ["-1 racism floor", "+1 abuse high"])
    #expect(outcome.captures.map(\.entries) == [2, 2])
  }

  @Test("end where the same position comes again")
  func samePosition() async throws {
    let outcome = try await TestScan.report(
      [TimelinePost.own, .init("zorgle")].map { $0.with { $0.position = 5 } }
    ).outcome
    #expect(outcome.exposures.map(\.window) == [""])
  }

  @Test("end where the order changes its meaning, and each part is judged by its own")
  func orderChanges() async throws {
    let orders = [("feed", "own"), ("feed", "zorgle"), ("stream", "own"), ("stream", "blarp")]
    func report(_ orders: [(String, String)]) async throws -> ScanReport {
      try await TestScan.report(
        orders.map { order, word in
          TimelinePost.sequence(word)[0].with {
            $0.order = order
            $0.id = ""
          }
        })
    }
    for order in [orders, Array(orders[2...] + orders[..<2])] {
      let outcome = try await report(order).outcome
      #expect(outcome.exposures.map(\.window) == ["+1 racism floor"])
      #expect(outcome.refusals.map(\.order) == [.stream])
      #expect(outcome.refusals.map(\.ownPosts) == [1])
      #expect(outcome.refusals.map(\.entries) == [2])
    }
    let mixed = try await report([
      ("feed", "zorgle"), ("stream", "."), ("feed", "own"), ("stream", "."), ("feed", "blarp"),
    ])
    #expect(mixed.outcome.exposures.map(\.window) == [""])
  }

  @Test("of one input do not touch those of the next")
  func inputs() async throws {
    let folder = try TemporaryFolder()
    let first = try folder.write(TimelinePost.sequence("zorgle own").ndjson, to: "1.ndjson")
    let second = try folder.write(TimelinePost.sequence("blarp own").ndjson, to: "2.ndjson")
    let outcome = try await TestScan.report([]) { $0.exports = [first, second] }.outcome
    #expect(outcome.exposures.map(\.window) == ["-1 racism floor", "-1 abuse high"])
    #expect(outcome.captures.map(\.input) == [0, 1])
    #expect(outcome.exposures.map(\.capture) == [0, 1])
  }
}
