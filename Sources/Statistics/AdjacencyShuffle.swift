/// Tests whether flagged entries stand beside own posts more often than chance would put them.
///
/// A permutation test: in each capture own posts keep their slots and the entries of others are
/// shuffled among the rest. P. Good, "Permutation, Parametric and Bootstrap Tests" (2005), §3; the
/// p-value counts the arrangement seen as one of all, (b + 1) ÷ (m + 1): B. Phipson and G. K. Smyth,
/// "Permutation p-values should never be zero" (2010).
public struct AdjacencyShuffle: Hashable, Sendable {
  /// One capture.
  public struct Capture: Hashable, Sendable {
    /// How many slots it has.
    public var slots: Int
    /// The slots of own posts, from one, ascending.
    public var own: [Int32]
    /// How many entries of others are flagged.
    public var flagged: Int

    /// Describes a capture.
    public init(slots: Int, own: [Int32], flagged: Int) {
      self.slots = slots
      self.own = own
      self.flagged = flagged
    }
  }

  /// How many own posts would have a flagged neighbour on average; exact, not from the shuffles.
  public let expected: Double
  /// The share of shuffles with at least as many as were observed.
  public let pValue: Double
  /// How many shuffles were made.
  public let shuffles: Int

  /// Shuffles the captures; nil when no own post has a neighbour or no entry is flagged.
  ///
  /// `observed` is how many own posts have a flagged neighbour at distance one. Costs shuffles ×
  /// neighbours of own posts, so beyond `work` steps fewer shuffles are made.
  public init?(
    _ captures: [Capture], observed: Int, shuffles: Int = 9999, work: Int = 200_000_000,
    seed: UInt64
  ) {
    let plans = captures.compactMap(Plan.init)
    let steps = plans.reduce(0) { $0 + $1.neighbours.count }
    guard steps > 0 else { return nil }
    let made = min(shuffles, max(199, work / steps))
    var generator = SplitMix64(seed: seed)
    var atLeast = 0
    for _ in 0..<made {
      var hits = 0
      for plan in plans { hits += plan.shuffled(&generator) }
      atLeast += hits >= observed ? 1 : 0
    }
    expected = plans.reduce(0) { $0 + $1.expected }
    pValue = Double(atLeast + 1) / Double(made + 1)
    self.shuffles = made
  }
}

/// The slots of a capture that a shuffle has to fill: those beside own posts.
private struct Plan {
  /// Each slot beside an own post: the number of the own post above it and below it, or −1.
  var neighbours: [(above: Int32, below: Int32)] = []
  /// Entries of others.
  let others: Int
  let flagged: Int
  /// The mean number of own posts with a flagged neighbour.
  private(set) var expected = 0.0

  init?(_ capture: AdjacencyShuffle.Capture) {
    others = capture.slots - capture.own.count
    // Own posts and placeholders alone leave fewer places than an inconsistent export claims.
    flagged = min(capture.flagged, others)
    guard flagged > 0, !capture.own.isEmpty else { return nil }
    for (index, slot) in capture.own.enumerated() {
      let previous = index > 0 ? capture.own[index - 1] : 0
      let next = index + 1 < capture.own.count ? capture.own[index + 1] : Int32(capture.slots) + 1
      var free = 0
      if slot - previous > 1 {
        // The slot above may be the one below the own post before.
        if index > 0, slot - previous == 2 {
          neighbours[neighbours.count - 1].below = Int32(index)
        } else {
          neighbours.append((-1, Int32(index)))
        }
        free += 1
      }
      if next - slot > 1 {
        neighbours.append((Int32(index), -1))
        free += 1
      }
      expected += 1 - Self.noneFlagged(among: free, others: others, flagged: flagged)
    }
  }

  /// The chance that none of some slots is flagged (hypergeometric).
  private static func noneFlagged(among free: Int, others: Int, flagged: Int) -> Double {
    var chance = 1.0
    for slot in 0..<free {
      chance *= Double(max(0, others - flagged - slot)) / Double(others - slot)
    }
    return chance
  }

  /// Fills the slots as a random order of the others would, and counts own posts that are hit.
  func shuffled(_ generator: inout SplitMix64) -> Int {
    var left = others
    var flaggedLeft = flagged
    var hits = 0
    // Slots come in order, so an own post is hit by the slot above it or by the one below it.
    var lastHit: Int32 = -1
    for (above, below) in neighbours {
      guard flaggedLeft > 0 else { break }
      let isFlagged = generator.next(below: left) < flaggedLeft
      left -= 1
      guard isFlagged else { continue }
      flaggedLeft -= 1
      if above >= 0, above != lastHit {
        hits += 1
        lastHit = above
      }
      if below >= 0, below != lastHit {
        hits += 1
        lastHit = below
      }
    }
    return hits
  }
}
