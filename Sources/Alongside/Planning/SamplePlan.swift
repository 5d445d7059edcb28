import Statistics
public import TimelineModel

/// How many exposures, captures and days it takes to show something, from a pilot scan.
public struct SamplePlan: Sendable {
  /// What it takes.
  public struct Need: Hashable, Sendable {
    /// Measured exposures.
    public var exposures: Int
    /// Captures like the pilot's; nil when the pilot has none.
    public var captures: Int?
    /// Days like the pilot's; nil when its own posts have no dates.
    public var days: Int?
  }

  /// The pilot's hits and measured exposures.
  public let pilot: Rate
  /// Its captures with measured exposures.
  public let captures: Int
  /// Days on which measured own posts were published.
  public let days: Int
  /// How alike exposures of one capture are; nil when the pilot cannot tell.
  public let correlation: Double?

  /// Reads the pilot from a document.
  public init(_ document: SavedDocument, for rate: HeadlineRate) {
    var clusters: [Int: Proportion] = [:]
    var dates: Set<Substring> = []
    for exposure in document.exposures
    where exposure.neighbours.contains(where: { $0.distance == 1 }) {
      let isHit = exposure.counts(for: rate)
      let before = clusters[exposure.capture] ?? Proportion(0, of: 0)
      clusters[exposure.capture] = Proportion(
        before.count + (isHit ? 1 : 0), of: before.trials + 1)
      if let date = exposure.own.posts.first?.createdAt { dates.insert(date.prefix(10)) }
    }
    let ordered = clusters.sorted { $0.key < $1.key }.map(\.value)
    pilot = Rate(
      count: ordered.reduce(0) { $0 + $1.count }, trials: ordered.reduce(0) { $0 + $1.trials })
    captures = ordered.count
    days = dates.count
    correlation = ClusterCorrelation.estimate(ordered)
  }

  /// By how much the likeness of one capture's exposures multiplies what is needed.
  public var designEffect: Double {
    guard captures > 0, let correlation else { return 1 }
    return SampleSize.designEffect(
      clusterSize: Double(pilot.trials) / Double(captures), correlation: correlation)
  }

  /// What it takes to show the rate below a bound, if it truly is `rate`; nil when it is not below.
  public func toShow(rate: Double, below bound: Double, power: Double) -> Need? {
    SampleSize.toShow(rate: rate, below: bound, power: power).map(need)
  }

  /// What each of two periods takes to find a change of the rate.
  public func toCompare(_ first: Double, _ second: Double, power: Double) -> Need? {
    SampleSize.toCompare(first, second, power: power).map(need)
  }

  private func need(_ independent: Int) -> Need {
    let exposures = Int((Double(independent) * designEffect).rounded(.up))
    func units(_ ofPilot: Int) -> Int? {
      guard ofPilot > 0, pilot.trials > 0 else { return nil }
      return Int((Double(exposures) * Double(ofPilot) / Double(pilot.trials)).rounded(.up))
    }
    return Need(exposures: exposures, captures: units(captures), days: units(days))
  }
}

extension SavedDocument.Exposure {
  /// Whether the exposure counts for a rate.
  fileprivate func counts(for rate: HeadlineRate) -> Bool {
    switch rate {
    case .safety: unsafe
    case .suitability: unsuitable
    case .contradiction: factors.contains { $0.m > 1 && $0.distance <= 1 }
    }
  }
}
