import Statistics
import TimelineModel

extension SampleAdequacy {
  /// Says what so many exposures can show.
  init(of figures: ExposureFigures, policy: RiskPolicy) {
    self.init()
    exposures = figures.all.safety.trials
    minimum = policy.minimumExposures
    let sizes = figures.captures.map(\.cell.safety.trials).filter { $0 > 0 }
    captures = sizes.count
    let measured = figures.parts.days.filter { $0.value.safety.trials > 0 }.map(\.key)
    days = measured.count
    firstDay = measured.min().map { Instant(day: $0) }
    lastDay = measured.max().map { Instant(day: $0) }
    largestCaptureShare = sizes.max().map { Double($0) / Double(exposures) }
    for bound in [0.01, 0.001] {
      for name in HeadlineRate.allCases {
        let rate = figures.all.rate(name)
        let needed = SampleSize.withoutHits(intervalBelow: bound)
        let upper = rate.highest
        claims.append(
          Claim(
            name: name, bound: bound, upper: upper, needed: needed,
            isShown: rate.trials >= minimum && (upper ?? 1) < bound))
      }
    }
  }
}

extension Headline.Cell {
  /// One of the rates.
  func rate(_ name: HeadlineRate) -> Rate {
    switch name {
    case .safety: safety
    case .suitability: suitability
    case .contradiction: contradictions
    }
  }
}

extension Rate {
  /// The rate as a proportion.
  var proportion: Proportion { Proportion(count, of: trials) }
}

extension ConfidenceInterval {
  /// The interval of a range.
  init(_ range: ClosedRange<Double>) {
    self.init(low: range.lowerBound, high: range.upperBound)
  }
}
