import Foundation
import TimelineModel

extension SampleAdequacy {
  /// Says what so many exposures can show.
  init(of figures: ExposureFigures, policy: RiskPolicy) {
    self.init()
    exposures = figures.all.safety.trials
    minimum = policy.minimumExposures
    let sizes = figures.captures.map(\.cell.safety.trials).filter { $0 > 0 }
    captures = sizes.count
    days = figures.parts.days.values.count { $0.safety.trials > 0 }
    largestCaptureShare = sizes.max().map { Double($0) / Double(exposures) }
    let rates: [(HeadlineRate, Rate)] = [
      (.safety, figures.all.safety), (.suitability, figures.all.suitability),
      (.contradiction, figures.all.contradictions),
    ]
    for bound in [0.01, 0.001] {
      for (name, rate) in rates {
        let needed = Self.exposuresNeeded(below: bound)
        let upper = rate.interval?.high
        claims.append(
          Claim(
            name: name, bound: bound, upper: upper, needed: needed,
            isShown: rate.trials >= max(needed, minimum) && (upper ?? 1) < bound))
      }
    }
  }

  /// How many exposures without a single hit bound a rate there with 95 % confidence.
  ///
  /// (1 − bound)ⁿ ≤ 0.05: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits
  /// illustrated in the case of the binomial", Biometrika 26 (1934), for no hits, one-sided.
  static func exposuresNeeded(below bound: Double) -> Int {
    Int((log(0.05) / log(1 - bound)).rounded(.up))
  }
}
