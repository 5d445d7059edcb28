/// What an organisation decided beforehand about its reviews; every report prints it.
public struct ReviewPolicy: Hashable, Sendable {
  /// From which upper bounds of the suitability rate on a band is amber, and red, in 0...1.
  public struct Bands: Hashable, Sendable {
    /// Below it, green.
    public var amber: Double
    /// From it on, red.
    public var red: Double

    /// Names the two bounds.
    public init(amber: Double, red: Double) {
      self.amber = amber
      self.red = red
    }
  }

  /// The clauses, the most severe first; the first that holds is stated.
  public var clauses: [PostureClause]
  /// What is stated when no clause holds.
  public var otherwise: Posture
  /// The bands of the suitability rate.
  public var bands: Bands
  /// After how many days a review is due.
  public var intervalDays: Int
  /// Platforms that are measured as alternatives.
  public var alternatives: [Platform]
  /// The themes that the organisation asked about; empty: all that packs know.
  public var themes: [ThemeID]
  /// The packs' accuracy for tier floor, where it was measured.
  public var safetyAccuracy: RuleAccuracy?
  /// The packs' accuracy for what the policy calls unsuitable, where it was measured.
  public var suitabilityAccuracy: RuleAccuracy?

  /// What holds where the policy says nothing.
  public init() {
    clauses = Self.standardClauses
    otherwise = .proceed
    bands = Bands(amber: 0.01, red: 0.05)
    intervalDays = 90
    alternatives = []
    themes = []
  }

  /// The clauses that hold where a policy has none.
  public static let standardClauses: [PostureClause] = [
    PostureClause(
      .suspend, when: [.init(.floorExposures, .atLeast, 3), .init(.safetyLow, .atLeast, 0.01)]),
    PostureClause(
      .critical,
      when: [.init(.contradictions, .atLeast, 3), .init(.contradictionLow, .atLeast, 0.01)]),
    PostureClause(
      .critical, when: [.init(.exposures, .atLeast, 30), .init(.suitabilityLow, .atLeast, 0.05)]),
    PostureClause(.controlled, when: [.init(.floorExposures, .atLeast, 1)]),
    PostureClause(.controlled, when: [.init(.contradictions, .atLeast, 1)]),
    PostureClause(.controlled, when: [.init(.suitabilityHigh, .atLeast, 0.01)]),
  ]
}
