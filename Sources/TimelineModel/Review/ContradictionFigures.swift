/// Own posts beside content that the policy lists against what they are about.
public struct ContradictionFigures: Hashable, Sendable {
  /// One pair of the policy's matrix that occurred.
  public struct Pair: Hashable, Sendable {
    /// What own posts were about.
    public var theme: ThemeID
    /// What stood beside them.
    public var category: CategoryID
    /// Exposures of that theme with such a neighbour ÷ measured exposures of that theme.
    public var rate: Rate

    /// Rates a pair.
    public init(theme: ThemeID, category: CategoryID, rate: Rate) {
      self.theme = theme
      self.category = category
      self.rate = rate
    }
  }

  /// Exposures with a direct or embedded contradiction ÷ measured exposures.
  public var rate = Rate()
  /// By pair, the most frequent first, then alphabetical.
  public var pairs: [Pair] = []
  /// The worst, the highest risk first; at most `ExposureFigures.keptContradictions`.
  public var worst: [Exposure] = []

  /// Counts nothing yet.
  public init() {}
}
