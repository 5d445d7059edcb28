/// A rate corrected for what rules miss and for what they hit wrongly (Rogan and Gladen).
public struct CorrectedRate: Hashable, Sendable {
  /// What is corrected.
  public enum Subject: String, Sendable, CaseIterable {
    /// The share of others' entries.
    case prevalence
    /// The share of exposures, which show two neighbours.
    case exposures
  }

  /// Which rate.
  public var name: HeadlineRate
  /// Of what.
  public var subject: Subject
  /// The rate as counted.
  public var apparent: Rate
  /// The corrected share in 0...1; nil where the rules tell nothing (Se + Sp ≤ 1).
  public var corrected: Double?
  /// Its 95 % interval.
  public var interval: ConfidenceInterval?
  /// The accuracy that was assumed, of a single post.
  public var accuracy: RuleAccuracy

  /// Gathers the parts.
  public init(
    name: HeadlineRate, subject: Subject, apparent: Rate, corrected: Double?,
    interval: ConfidenceInterval?, accuracy: RuleAccuracy
  ) {
    self.name = name
    self.subject = subject
    self.apparent = apparent
    self.corrected = corrected
    self.interval = interval
    self.accuracy = accuracy
  }
}
