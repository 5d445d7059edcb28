/// What the policy says about a platform or an account, with the clause and its evidence.
///
/// The tool states which clause holds; it does not decide.
public struct PostureStatement: Hashable, Sendable {
  /// What a statement is about.
  public enum Scope: Hashable, Sendable {
    /// All exposures.
    case all
    /// One platform.
    case platform(String)
    /// One own account, as `Organisation.OwnAccount.name`.
    case account(String)
  }

  /// The suitability rate at a glance.
  public enum Band: String, Sendable, CaseIterable {
    /// The upper bound is below the policy's amber bound.
    case green
    /// It is below the red bound.
    case amber
    /// It is not, or there is a floor neighbour or a contradiction of tier high or worse.
    case red
    /// Too few exposures to claim a rate below one per cent, or unknown ones that could be of another
    /// band, and nothing that shows red.
    case insufficient
  }

  /// A figure that a clause compared.
  public struct Evidence: Hashable, Sendable {
    /// The condition.
    public var condition: PostureClause.Condition
    /// The figure's value: a number, or a share in 0...1.
    public var value: Double

    /// Pairs a condition with the value it was held against.
    public init(condition: PostureClause.Condition, value: Double) {
      self.condition = condition
      self.value = value
    }
  }

  /// What it is about.
  public var scope: Scope
  /// What is stated; nil when nothing was measured.
  public var posture: Posture?
  /// The number of the clause in `ReviewPolicy.clauses`, from zero; nil when none holds.
  public var clause: Int?
  /// The figures that the clause compared.
  public var evidence: [Evidence]
  /// The band.
  public var band: Band
  /// Whether there are enough exposures to claim a rate below one per cent.
  public var isSufficient: Bool
  /// The rates behind it.
  public var cell: Headline.Cell

  /// States a posture.
  public init(
    scope: Scope, posture: Posture?, clause: Int?, evidence: [Evidence], band: Band,
    isSufficient: Bool, cell: Headline.Cell
  ) {
    self.scope = scope
    self.posture = posture
    self.clause = clause
    self.evidence = evidence
    self.band = band
    self.isSufficient = isSufficient
    self.cell = cell
  }
}
