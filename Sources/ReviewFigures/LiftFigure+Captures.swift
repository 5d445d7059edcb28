import Statistics
import TimelineModel

extension LiftFigure {
  /// Compares the unsafe or unsuitable neighbours of own posts with the whole feed; nil when no own
  /// post was measured.
  init?(_ name: HeadlineRate, of scan: ScanReport, clustered: [ClusteredRate]) {
    let figures = scan.outcome.feeds
    guard figures.all.safety.trials > 0 else { return nil }
    let isSafety = name == .safety
    let headline = scan.headline
    let prevalence = isSafety ? headline.safetyPrevalence : headline.suitabilityPrevalence
    let observed = figures.captures.reduce(0) {
      $0 + (isSafety ? $1.besideUnsafe : $1.besideUnsuitable)
    }
    let shuffle = AdjacencyShuffle(
      Self.captures(of: scan, isSafety: isSafety), observed: observed, seed: FixedSeed.shuffle)
    self.init(
      lift: isSafety ? headline.safetyLift : headline.suitabilityLift,
      interval: Self.interval(clustered.first { $0.name == name }?.interval, over: prevalence),
      observed: observed, expected: shuffle?.expected ?? 0, pValue: shuffle?.pValue,
      shuffles: shuffle?.shuffles ?? 0)
  }

  private static func captures(
    of scan: ScanReport, isSafety: Bool
  ) -> [AdjacencyShuffle.Capture] {
    let summaries = Dictionary(
      scan.outcome.captures.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    return scan.outcome.feeds.captures.compactMap { figures in
      guard let summary = summaries[figures.number] else { return nil }
      return AdjacencyShuffle.Capture(
        slots: summary.slots, own: figures.ownSlots,
        flagged: isSafety ? summary.othersUnsafe : summary.othersUnsuitable)
    }
  }

  /// The interval of the rate over what two neighbours drawn at random would give, which many more
  /// entries tell and which is taken as known.
  private static func interval(
    _ interval: ConfidenceInterval?, over prevalence: Rate
  ) -> ConfidenceInterval? {
    guard let interval, let share = prevalence.value, share > 0 else { return nil }
    let chance = 1 - (1 - share) * (1 - share)
    return ConfidenceInterval(low: interval.low / chance, high: interval.high / chance)
  }
}
