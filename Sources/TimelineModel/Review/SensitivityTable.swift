/// The headline rates under other choices: how far the answer depends on them.
public struct SensitivityTable: Hashable, Sendable {
  /// One choice.
  public struct Row: Hashable, Sendable {
    /// W: how many slots above and below count.
    public var window: Int
    /// Which rules score, 1 to 3.
    public var strictness: Int
    /// Whether stance rules lower findings.
    public var appliesStance: Bool
    /// Exposures with a neighbour of tier floor within the window.
    public var safety: Rate
    /// Exposures with an unsuitable neighbour within the window.
    public var suitability: Rate
    /// Whether this is how the report was made (its headline counts direct neighbours, W = 1).
    public var isChosen: Bool

    /// Rates a choice.
    public init(
      window: Int, strictness: Int, appliesStance: Bool, safety: Rate, suitability: Rate,
      isChosen: Bool
    ) {
      self.window = window
      self.strictness = strictness
      self.appliesStance = appliesStance
      self.safety = safety
      self.suitability = suitability
      self.isChosen = isChosen
    }
  }

  /// By window, strictness and stance; strictness above the scan's is there only when it was logged.
  public var rows: [Row] = []

  /// Holds nothing yet.
  public init() {}
}
