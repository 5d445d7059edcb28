import Alongside
import TestSupport
import Testing
import TimelineModel

@Suite("Risk")
struct RiskTests {
  /// R(e) = 1 − Π (1 − min(1, s·k·v·m·c)), by hand.
  static let worked: [(words: String, risk: Double, factors: String)] = [
    (". own .", 0, ""),
    // A floor neighbour at d = 1 leaves nothing: 1 − (1 − 1·1·1·1·1).
    ("zorgle own", 1, "-1 racism floor 1·1·1·1·1"),
    // High above (c .9) and medium two below (c .8): 1 − (1 − .6·.9)(1 − .3·.5·.8) = 0.5952.
    (
      "blarp own . frimp", 0.5952, "-1 abuse high 0.6·1·1·1·0.9, +2 explicit medium 0.3·0.5·1·1·0.8"
    ),
    // Two low neighbours (c .9): 1 − (1 − .1·.9)² = 0.1719.
    ("snib own snib", 0.1719, "-1 profanity low 0.1·1·1·1·0.9, +1 profanity low 0.1·1·1·1·0.9"),
    ("zorgle . own", 0.5, "-2 racism floor 1·0.5·1·1·1"),
    ("own . . zorgle", 0.25, "+3 racism floor 1·0.25·1·1·1"),
    ("plizzet own", 0.15, "-1 racism medium 0.3·1·1·1·0.5"),
    // Twice at d = 3 and once at d = 2: 1 − .75·.75·.5.
    (
      "zorgle . . own . zorgle zorgle", 0.71875,
      "-3 racism floor 1·0.25·1·1·1, +2 racism floor 1·0.5·1·1·1, +3 racism floor 1·0.25·1·1·1"
    ),
  ]

  @Test("of the worked examples is what the formula gives by hand", arguments: worked)
  func examples(words: String, risk: Double, factors: String) async throws {
    let exposure = try #require(try await TestScan.exposures(words).first)
    #expect(abs(exposure.risk - risk) < 1e-12)
    #expect(exposure.factorText == factors)
  }

  @Test("counts each category of a neighbour once, by its worst tier")
  func categories() async throws {
    let neighbour = TimelinePost("zorgle and zorgle and plizzet, blarp, snib")
    let exposure = try #require(
      try await TestScan.report([neighbour, .own]).outcome.exposures.first)
    #expect(
      exposure.factorText
        == "-1 abuse high 0.6·1·1·1·0.9, -1 profanity low 0.1·1·1·1·0.9, -1 racism floor 1·1·1·1·1")
  }

  @Test(
    "of covered text is half, and a content warning is seen by all",
    arguments: [
      (TimelinePost("blarp").with { $0.warning = "not nice" }, "-1 abuse high 0.6·1·0.5·1·0.9"),
      (TimelinePost("hidden").with { $0.warning = "blarp" }, "-1 abuse high 0.6·1·1·1·0.9"),
      // Seen in the warning, so covering the text as well makes it no better.
      (TimelinePost("blarp").with { $0.warning = "blarp" }, "-1 abuse high 0.6·1·1·1·0.9"),
      (
        TimelinePost("a picture").with { $0.altTexts = ["blarp"] }, "-1 abuse high 0.6·1·1·1·0.9"
      ),
      (
        TimelinePost("a picture").with { $0.labels = ["test:covered"] },
        "-1 explicit high 0.6·1·0.5·1·0.9"
      ),
      (
        TimelinePost("hello").with {
          $0.displayName = "blarp"
          $0.warning = "not nice"
        }, "-1 abuse high 0.6·1·1·1·0.9"
      ),
    ])
  func visibility(neighbour: TimelinePost, factors: String) async throws {
    let exposure = try #require(
      try await TestScan.report([neighbour, .own]).outcome.exposures.first)
    #expect(exposure.factorText == factors)
  }

  @Test("of what an own post shows inside has distance 0")
  func embedded() async throws {
    let quoting = TimelinePost.own.with { $0.embedded = [("quote", TimelinePost("zorgle"))] }
    let report = try await TestScan.report([.init("snib"), quoting, .init()])
    let exposure = try #require(report.outcome.exposures.first)
    #expect(exposure.window == "-1 profanity low, in racism floor, +1 clean")
    #expect(exposure.factorText == "-1 profanity low 0.1·1·1·1·0.9, in 0 racism floor 1·1·1·1·1")
    #expect(exposure.flags == "unsafe unsuitable")
  }

  @Test("does not count an own post's own words as what it shows inside")
  func embeddedOwnWords() async throws {
    let quoting = TimelinePost.own.with {
      $0.text = "zorgle"
      $0.embedded = [("quote", TimelinePost("fine"))]
    }
    let exposure = try #require(try await TestScan.report([quoting]).outcome.exposures.first)
    #expect(exposure.factors == [])
    #expect(exposure.risk == 0)
  }

  @Test(
    "of what a neighbour shows inside counts as the neighbour's",
    arguments: ["quote", "repost_of", "reply_to"])
  func embeddedInNeighbour(key: String) async throws {
    let host = TimelinePost("look").with { $0.embedded = [(key, TimelinePost("zorgle"))] }
    let exposure = try #require(
      try await TestScan.report([.own, .init(), host]).outcome.exposures.first)
    #expect(exposure.factorText == "+2 racism floor 1·0.5·1·1·1")
  }

  @Test(
    "of the organisation's own words is none, even where somebody passes them on",
    arguments: ["quote", "repost_of", "reply_to"])
  func ownEmbedded(key: String) async throws {
    let ours = TimelinePost.own.with { $0.text = "zorgle" }
    let host = TimelinePost("look").with { $0.embedded = [(key, ours)] }
    let ourHost = TimelinePost.own.with { $0.embedded = [(key, ours)] }
    let outcome = try await TestScan.report([host, ourHost]).outcome
    #expect(outcome.exposures.map(\.risk) == [0])
    #expect(outcome.exposures.map(\.flags) == [""])
  }

  @Test(
    "is lowered one tier by a stance, and a floor finding asks for review",
    arguments: [
      ("quoth blarp", "abuse medium", false), ("quoth frimp", "explicit low", false),
      ("quoth snib", "", false), ("quoth zorgle", "racism high", true),
    ])
  func stance(text: String, found: String, isReviewed: Bool) async throws {
    let posts = [TimelinePost(text), .own]
    let lowered = try #require(try await TestScan.report(posts).outcome.exposures.first)
    let verdict = lowered.neighbours[0].entry.verdict
    #expect(
      verdict.categories.map { "\($0.id) \($0.verdict.tier.rawValue)" }.joined() == found)
    #expect(verdict.findings.map(\.needsReview) == [isReviewed])
    #expect(verdict.findings.map(\.loweredBy) == [["sentinels.quoth.010"]])
    #expect(!lowered.isUnsafe)
    let plain = try #require(
      try await TestScan.report(posts) { $0.appliesStance = false }.outcome.exposures.first)
    #expect(plain.risk > lowered.risk)
    #expect(
      plain.neighbours[0].entry.verdict.findings.map(\.tier) == verdict.findings.map(\.ruleTier))
  }

  @Test(
    "flags follow the tier and the policy, direct neighbours only",
    arguments: [
      (". own .", ""), ("zorgle own", "unsafe unsuitable"), ("zorgle . own", ""),
      ("blarp own", "unsuitable"), ("frimp own", "unsuitable"), ("plizzet own", "unsuitable"),
      ("snib own", ""), ("snibber own", "unsafe"), (". own zorgle", "unsafe unsuitable"),
      ("gone own .", "unknown"), (". . gone own", "unknown"), ("gone . own .", ""),
      ("gone own zorgle", "unsafe unsuitable unknown"), ("own", "unmeasured"),
    ])
  func flags(words: String, flags: String) async throws {
    #expect(try await TestScan.exposures(words).map(\.flags) == [flags])
  }

  @Test("a policy moves the threshold of a category and nothing else")
  func policy() async throws {
    let posts = TimelinePost.sequence("blarp own snib")
    func flags(_ change: @escaping (inout RiskPolicy) -> Void) async throws -> String? {
      try await TestScan.report(posts) { change(&$0.policy) }.outcome.exposures.first?.flags
    }
    #expect(try await flags { _ in } == "unsuitable")
    #expect(try await flags { $0.suitability[CategoryID("abuse")] = .some(.floor) } == "")
    #expect(try await flags { $0.suitability[CategoryID("abuse")] = .some(nil) } == "")
    #expect(try await flags { $0.suitabilityDefault = .floor } == "")
    #expect(
      try await flags {
        $0.suitabilityDefault = .floor
        $0.suitability[CategoryID("profanity")] = .low
      } == "unsuitable")
  }

  @Test("a stricter level counts more rules")
  func strictness() async throws {
    let posts = TimelinePost.sequence("dosk own")
    #expect(try await TestScan.report(posts).outcome.exposures.map(\.factorText) == [""])
    let strict = try await TestScan.report(posts) { $0.strictness = 2 }
    #expect(strict.outcome.exposures.map(\.factorText) == ["-1 abuse high 0.6·1·1·1·0.9"])
  }

  @Test("what could not be decided is unknown, never clean")
  func undecided() async throws {
    let hard = TimelinePost("vantle " + String(repeating: "a", count: 4000) + "!")
    let report = try await TestScan.report([hard, .own, .init()])
    let exposure = try #require(report.outcome.exposures.first)
    #expect(exposure.flags == "unknown")
    #expect(
      exposure.neighbours[0].entry.verdict.undecided.map(\.rule) == ["sentinels.vantle.010"])
    #expect(report.outcome.tally.undecided == 1)
    #expect(!report.outcome.isComplete)
    #expect(report.headline.feeds.safety == Rate(count: 0, trials: 1, unknown: 1))
  }

  @Test("an own post that shows a post whose text is missing has an unknown neighbour")
  func missingEmbedded() async throws {
    let quoting = TimelinePost.own.with { $0.embedded = [("quote", TimelinePost(nil))] }
    let exposures = try await TestScan.report([.init(), quoting]).outcome.exposures
    #expect(exposures.map(\.flags) == ["unknown"])
  }
}
