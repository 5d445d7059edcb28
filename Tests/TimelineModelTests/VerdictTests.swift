import Testing
import TimelineModel

@Suite("Verdicts, rates and tallies")
struct VerdictTests {
  static func finding(
    _ rule: String, _ category: String, _ tier: Tier?, _ confidence: Double, target: String? = nil
  ) -> Finding {
    Finding(
      rule: rule, category: CategoryID(category), ruleTier: tier ?? .low, tier: tier,
      confidence: confidence, target: target, field: .text, span: 0..<1)
  }

  @Test("say one tier a category, the worst, with every rule that counts")
  func categories() {
    let verdict = Verdict(findings: [
      Self.finding("b", "racism", .medium, 0.9, target: "us"),
      Self.finding("a", "racism", .floor, 0.5), Self.finding("a", "racism", .floor, 0.7),
      Self.finding("c", "abuse", nil, 1), Self.finding("d", "explicit", .low, 0.2),
    ])
    let lines = verdict.categories.map { id, found in
      "\(id) \(found.tier) \(found.confidence) \(found.target ?? "-") \(found.rules)"
    }
    #expect(lines == [#"explicit low 0.2 - ["d"]"#, #"racism floor 0.7 us ["a", "b"]"#])
    #expect(verdict.worst == .floor)
    #expect(Verdict().worst == nil)
  }

  @Test("do not depend on the order of findings")
  func order() {
    let findings = [
      Self.finding("a", "racism", .medium, 0.9, target: "x"),
      Self.finding("b", "racism", .high, 0.4, target: "y"),
      Self.finding("c", "racism", .high, 0.8, target: "z"), Self.finding("d", "abuse", .low, 0.3),
    ]
    func text(_ findings: [Finding]) -> String {
      Verdict(findings: findings).categories.map { "\($0.id) \($0.verdict)" }.joined()
    }
    #expect(text(findings) == text(findings.reversed()))
  }

  @Test("a rate counts as unknown only what did not happen")
  func rates() {
    var rate = Rate()
    rate.add(true, isUnknown: true)
    rate.add(false, isUnknown: true)
    rate.add(false)
    rate.add(true)
    #expect(rate == Rate(count: 2, trials: 4, unknown: 1))
    #expect(rate.value == 0.5)
    #expect(Rate().value == nil)
  }

  @Test("tallies add up in any grouping")
  func tallies() {
    func tally(_ number: Int) -> Tally {
      var tally = Tally()
      tally.entries = [.post: number, .reply: 1]
      tally.others = number
      tally.categories = [CategoryID("racism"): [.floor: number]]
      tally.undecidedRules = ["r\(number % 2)": 1]
      var surface = Tally.ReplySurface()
      surface.replies = number
      surface.metrics.likes = Int64(number)
      surface.categories = [CategoryID("abuse"): [.low: 1]]
      tally.replySurface = [number % 2: surface]
      return tally
    }
    var left = Tally()
    for number in 1...5 { left.add(tally(number)) }
    var right = tally(5)
    var rest = tally(3)
    rest.add(tally(4))
    right.add(rest)
    right.add(tally(2))
    right.add(tally(1))
    #expect(left == right)
    #expect(left.others == 15)
    #expect(left.replySurface[1]?.replies == 9)
  }

  @Test("counts that a hostile export makes huge do not stop the program")
  func hugeCounts() {
    var metrics = Metrics()
    metrics.likes = .max
    metrics.add(metrics)
    #expect(metrics.likes != nil)
  }

  @Test("tiers are ordered and lowered one by one")
  func tiers() {
    #expect(Tier.allCases.sorted() == [.low, .medium, .high, .floor])
    #expect(Tier.allCases.map(\.lowered) == [.high, .medium, .low, nil])
  }
}
