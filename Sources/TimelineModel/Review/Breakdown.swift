/// The rates by one thing that exposures differ in.
public struct Breakdown: Hashable, Sendable {
  /// What exposures differ in.
  public enum Dimension: String, Sendable, CaseIterable {
    /// Where the own post was published.
    case platform
    /// The own account.
    case account
    /// The account's department.
    case department
    /// The capture, by number.
    case capture
    /// The hour of the own post in UTC, `00` to `23`.
    case hour
    /// The weekday of the own post in UTC, `1` Monday to `7` Sunday.
    case weekday
    /// What the own post is about; a post may have several themes or none.
    case theme
    /// What stands beside it; lines overlap.
    case category
    /// Who is attacked there; lines overlap.
    case target
    /// How the neighbours came into the feed; of exposures with such a direct neighbour.
    case source

    /// Whether each exposure falls into one line, so that lines can be compared with the rest.
    public var isPartition: Bool {
      switch self {
      case .platform, .account, .department, .capture, .hour, .weekday: true
      case .theme, .category, .target, .source: false
      }
    }
  }

  /// One line.
  public struct Line: Hashable, Sendable {
    /// The platform, account, hour and so on; empty for posts without one.
    public var name: String
    /// Its rates.
    ///
    /// For a category or target: the share of all measured exposures with such a
    /// neighbour, of tier floor as `safety` and unsuitable as `suitability`.
    public var cell: Headline.Cell
    /// For a category or target: exposures with such a neighbour of any tier, by the worst tier.
    public var tiers: Tally.TierCounts
    /// The p-value of the line's suitability rate against the rest, adjusted for the number of lines
    /// (Holm); nil where lines overlap or there is nothing to compare.
    public var adjustedP: Double?

    /// Rates a line.
    public init(
      name: String, cell: Headline.Cell, tiers: Tally.TierCounts = [:], adjustedP: Double? = nil
    ) {
      self.name = name
      self.cell = cell
      self.tiers = tiers
      self.adjustedP = adjustedP
    }
  }

  /// What the lines differ in.
  public var dimension: Dimension
  /// The lines: accounts in the organisation's order, all else in order of name.
  public var lines: [Line]

  /// Gathers lines.
  public init(dimension: Dimension, lines: [Line]) {
    self.dimension = dimension
    self.lines = lines
  }
}
