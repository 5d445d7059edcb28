import Statistics
import TimelineModel

extension CorrectedRate {
  /// The rates that the policy has measured accuracy for, each of posts and of exposures.
  static func all(of scan: ScanReport) -> [CorrectedRate] {
    let headline = scan.headline
    let policy = scan.run.reviewPolicy
    var rates: [CorrectedRate] = []
    if let accuracy = policy.safetyAccuracy {
      rates.append(.init(.safety, .prevalence, headline.safetyPrevalence, accuracy))
      rates.append(.init(.safety, .exposures, headline.feeds.safety, accuracy))
    }
    if let accuracy = policy.suitabilityAccuracy {
      rates.append(.init(.suitability, .prevalence, headline.suitabilityPrevalence, accuracy))
      rates.append(.init(.suitability, .exposures, headline.feeds.suitability, accuracy))
    }
    return rates
  }

  private init(
    _ name: HeadlineRate, _ subject: Subject, _ apparent: Rate, _ accuracy: RuleAccuracy
  ) {
    let (sensitivity, specificity) =
      subject == .prevalence ? Self.ofPost(accuracy) : Self.ofExposure(accuracy)
    let result = RoganGladen(
      apparent: apparent.proportion, sensitivity: sensitivity, specificity: specificity)
    self.init(
      name: name, subject: subject, apparent: apparent, corrected: result?.share,
      interval: result.map { ConfidenceInterval($0.interval) }, accuracy: accuracy)
  }

  private static func ofPost(
    _ accuracy: RuleAccuracy
  ) -> (sensitivity: RoganGladen.Measured, specificity: RoganGladen.Measured) {
    (
      .init(accuracy.sensitivity.share, sample: Double(accuracy.sensitivity.sample)),
      .init(accuracy.specificity.share, sample: Double(accuracy.specificity.sample))
    )
  }

  /// An exposure shows two neighbours, of which at most one is taken to be bad.
  ///
  /// It is left alone when both are, Sp², and found when the bad one is or else the other is hit
  /// wrongly, 1 − (1 − Se)·Sp.
  private static func ofExposure(
    _ accuracy: RuleAccuracy
  ) -> (sensitivity: RoganGladen.Measured, specificity: RoganGladen.Measured) {
    let (se, sp) = (accuracy.sensitivity.share, accuracy.specificity.share)
    return (
      .init(1 - (1 - se) * sp, sample: Double(accuracy.sensitivity.sample)),
      .init(sp * sp, sample: Double(accuracy.specificity.sample))
    )
  }
}
