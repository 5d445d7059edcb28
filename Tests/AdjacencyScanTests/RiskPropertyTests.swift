import AdjacencyScan
import TestSupport
import Testing
import TimelineModel

@Suite("Risk, over random neighbours")
struct RiskPropertyTests {
  static let seeds = Array(UInt64(1)...40)

  /// A neighbour with a few findings of random category, tier and confidence.
  static func neighbour(_ random: inout SeededRandom) -> Exposure.Neighbour {
    var post = Post(role: .own, platform: .x, id: "1", author: Account())
    post.isCovered = random.oneIn(4)
    let findings = (0..<random.upTo(3)).map { _ in
      Finding(
        rule: "r", category: random.pick(["racism", "abuse", "explicit"].map { CategoryID($0) }),
        ruleTier: .floor, tier: random.oneIn(8) ? nil : random.pick(Tier.allCases),
        confidence: Double.random(in: 0...1, using: &random), field: .text, span: 0..<1)
    }
    let entry = Entry(
      kind: .post, isPromoted: false, isPinned: false, posts: [post],
      verdict: Verdict(findings: findings), record: 1, byte: 0)
    return Exposure.Neighbour(
      side: random.oneIn(2) ? .above : .below, distance: 1 + random.upTo(3), entry: entry,
      isOwn: random.oneIn(6))
  }

  static func risk(_ neighbours: [Exposure.Neighbour], _ policy: RiskPolicy = .init()) -> Exposure {
    var post = Post(role: .own, platform: .x, id: "0", author: Account())
    post.isOwn = true
    let own = Entry(
      kind: .post, isPromoted: false, isPinned: false, posts: [post], verdict: Verdict(), record: 1,
      byte: 0)
    var exposure = Exposure(
      own: own, account: "x:@a", capture: 0, slot: 1, order: .feed, neighbours: neighbours)
    RiskModel(policy: policy).judge(&exposure)
    return exposure
  }

  @Test("does not depend on the order of neighbours", arguments: seeds)
  func order(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let neighbours = (0..<random.upTo(9)).map { _ in Self.neighbour(&random) }
    let risk = Self.risk(neighbours)
    for _ in 0..<5 {
      let shuffled = Self.risk(neighbours.shuffled(using: &random))
      #expect(abs(shuffled.risk - risk.risk) < 1e-12)
      #expect(shuffled.flags == risk.flags)
    }
  }

  @Test("lies between 0 and 1 and never falls with another neighbour", arguments: seeds)
  func monotone(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var neighbours: [Exposure.Neighbour] = []
    var last = 0.0
    for _ in 0..<12 {
      neighbours.append(Self.neighbour(&random))
      let exposure = Self.risk(neighbours)
      #expect((last...1).contains(exposure.risk))
      last = exposure.risk
      let rest = exposure.factors.reduce(1) { $0 * (1 - $1.product) }
      #expect(abs(exposure.risk - (1 - rest)) < 1e-12, "the factors do not account for the risk")
    }
  }

  @Test("never falls as a neighbour comes closer", arguments: seeds)
  func closer(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var neighbour = Self.neighbour(&random)
    var last = 0.0
    for distance in [4, 3, 2, 1] {
      neighbour.distance = distance
      let risk = Self.risk([neighbour]).risk
      #expect(risk >= last)
      last = risk
    }
  }

  @Test("of neighbours outside the window, or of own posts, is none", arguments: seeds)
  func nothing(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let neighbours = (0..<6).map { index in
      var neighbour = Self.neighbour(&random)
      if index % 2 == 0 { neighbour.isOwn = true } else { neighbour.distance = 4 + index }
      return neighbour
    }
    #expect(Self.risk(neighbours).risk == 0)
    #expect(Self.risk(neighbours).flags.contains("unsafe") == false)
  }

  @Test("weights above one are held to one")
  func clamped() {
    var policy = RiskPolicy()
    policy.severity[.floor] = 7
    var random = SeededRandom(seed: 1)
    for _ in 0..<50 {
      let exposure = Self.risk((0..<4).map { _ in Self.neighbour(&random) }, policy)
      #expect((0...1).contains(exposure.risk))
    }
  }
}
