import AdjacencyScan
import Alongside
import TestSupport
import Testing
import TimelineModel

@Suite("The headline block")
struct HeadlineTests {
  /// Twelve exposures apart from one another, each with the words directly below it.
  static let words = "zorgle zorgle blarp frimp snib . . gone . . . ."

  static func posts() -> [TimelinePost] {
    words.split(separator: " ").enumerated().flatMap { index, word in
      TimelinePost.sequence("own \(word) . .").map { post in
        post.with {
          $0.capture = "capture \(index)"
          $0.id = ""
        }
      }
    }
  }

  @Test("rates are what counting by hand gives")
  func rates() async throws {
    let headline = try await TestScan.report(Self.posts()).headline
    #expect(headline.feeds.safety == Rate(count: 2, trials: 12, unknown: 1))
    #expect(headline.feeds.suitability == Rate(count: 4, trials: 12, unknown: 1))
    #expect(headline.feeds.unmeasured == 0)
    #expect(headline.feeds.highestRisk == 1)
    // 1 + 1 + .6·.9 + .3·.8 + .1·.9, over twelve.
    #expect(abs((headline.feeds.meanRisk ?? 0) - 2.87 / 12) < 1e-12)
    #expect(!headline.isSufficient)
  }

  @Test("prevalence counts the entries of others that are not gone")
  func prevalence() async throws {
    let headline = try await TestScan.report(Self.posts()).headline
    // Three neighbours in each of twelve captures, one of them gone.
    #expect(headline.safetyPrevalence == Rate(count: 2, trials: 35))
    #expect(headline.suitabilityPrevalence == Rate(count: 4, trials: 35))
  }

  @Test("lift is the rate over what two neighbours drawn by chance would give")
  func lift() async throws {
    let headline = try await TestScan.report(Self.posts()).headline
    // (2/12) ÷ (1 − (33/35)²) and (4/12) ÷ (1 − (31/35)²).
    #expect(abs((headline.safetyLift ?? 0) - 1.5012254901960784) < 1e-12)
    #expect(abs((headline.suitabilityLift ?? 0) - 1.5467171717171717) < 1e-12)
  }

  @Test("lift is not told where there is nothing to divide by")
  func noLift() async throws {
    let clean = try await TestScan.report(TimelinePost.sequence(". own .")).headline
    #expect(clean.safetyLift == nil)
    #expect(clean.suitabilityLift == nil)
    let none = try await TestScan.report(TimelinePost.sequence("zorgle")).headline
    #expect(none.safetyLift == nil)
    #expect(none.feeds.safety.value == nil)
    #expect(none.feeds.safety.interval == nil)
  }

  @Test("an own post alone in its capture is not measured")
  func unmeasured() async throws {
    let headline = try await TestScan.report(TimelinePost.sequence("own")).headline
    #expect(headline.feeds.unmeasured == 1)
    #expect(headline.feeds.safety == Rate())
    #expect(headline.feeds.meanRisk == nil)
  }

  @Test("categories count each own post once, at the worst tier directly beside it")
  func categories() async throws {
    let posts = TimelinePost.sequence("zorgle own plizzet snib . . . plizzet own . zorgle")
    let headline = try await TestScan.report(posts).headline
    #expect(headline.categories.map(\.category.rawValue) == ["racism"])
    #expect(headline.categories.map(\.rate) == [Rate(count: 2, trials: 2)])
    #expect(headline.categories.map(\.tiers) == [[.floor: 1, .medium: 1]])
  }

  @Test("enough exposures are as many as the policy says", arguments: [(4, true), (5, false)])
  func sufficient(minimum: Int, isSufficient: Bool) async throws {
    let posts = TimelinePost.sequence("own . own . own . own")
    let headline = try await TestScan.report(posts) { $0.policy.minimumExposures = minimum }
      .headline
    #expect(headline.isSufficient == isSufficient)
  }
}
