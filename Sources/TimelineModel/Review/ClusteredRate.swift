/// The rates that a report opens with.
public enum HeadlineRate: String, Sendable, CaseIterable {
  /// Exposures with a direct or embedded neighbour of tier floor.
  case safety
  /// Exposures with an unsuitable one.
  case suitability
  /// Exposures with a listed contradiction.
  case contradiction
}

/// A rate whose interval treats the exposures of one capture as belonging together.
public struct ClusteredRate: Hashable, Sendable {
  /// Which rate.
  public var name: HeadlineRate
  /// The rate.
  public var rate: Rate
  /// The 95 % percentile interval of a bootstrap that draws whole captures.
  public var interval: ConfidenceInterval
  /// How many captures there are.
  public var captures: Int
  /// How many times captures were drawn.
  public var resamples: Int

  /// Gathers the parts.
  public init(
    name: HeadlineRate, rate: Rate, interval: ConfidenceInterval, captures: Int, resamples: Int
  ) {
    self.name = name
    self.rate = rate
    self.interval = interval
    self.captures = captures
    self.resamples = resamples
  }
}
