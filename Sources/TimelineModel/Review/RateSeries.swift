/// The rates of consecutive days or weeks; own posts without a date are left out and counted.
public struct RateSeries: Hashable, Sendable {
  /// How long a point lasts.
  public enum Unit: String, Sendable, CaseIterable {
    /// A day in UTC.
    case day
    /// Seven days in UTC from a Monday.
    case week
  }

  /// One day or week with exposures.
  public struct Point: Hashable, Sendable {
    /// Its first moment.
    public var start: Instant
    /// Its rates.
    public var cell: Headline.Cell

    /// Rates a day or week.
    public init(start: Instant, cell: Headline.Cell) {
      self.start = start
      self.cell = cell
    }
  }

  /// How long a point lasts.
  public var unit: Unit
  /// In order of time; days and weeks without exposures are not there.
  public var points: [Point]
  /// Exposures whose own post has no date.
  public var undated: Int

  /// Gathers points.
  public init(unit: Unit, points: [Point], undated: Int) {
    self.unit = unit
    self.points = points
    self.undated = undated
  }
}
