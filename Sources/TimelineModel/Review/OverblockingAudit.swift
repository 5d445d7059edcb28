/// What rules hit that they should perhaps have spared: public bodies have equality duties.
public struct OverblockingAudit: Hashable, Sendable {
  /// Findings that a stance lowered or took away.
  public struct Stances: Hashable, Sendable {
    /// The stance: reclaimed words, quotation by news, education, counter-speech.
    public var stance: Stance
    /// The group that the findings' rules name as attacked; nil where they name none.
    public var target: String?
    /// Findings that were lowered by one tier and still count.
    public var lowered: Int
    /// Findings that were taken away.
    public var removed: Int

    /// Counts the findings of a stance and target.
    public init(stance: Stance, target: String?, lowered: Int, removed: Int) {
      self.stance = stance
      self.target = target
      self.lowered = lowered
      self.removed = removed
    }
  }

  /// Posts by others that speak of a theme, and how many of them have an unsuitable finding.
  public struct Mentions: Hashable, Sendable {
    /// The theme, such as `faith` or `lgbt`.
    public var theme: ThemeID
    /// Unsuitable entries ÷ entries that speak of it.
    public var unsuitable: Rate
    /// The p-value against all entries by others that do not speak of it, adjusted (Holm).
    public var adjustedP: Double?

    /// Rates a theme.
    public init(theme: ThemeID, unsuitable: Rate, adjustedP: Double? = nil) {
      self.theme = theme
      self.unsuitable = unsuitable
      self.adjustedP = adjustedP
    }
  }

  /// Findings in others' entries by the group that is attacked.
  public struct Target: Hashable, Sendable {
    /// The group; nil where rules name none.
    public var target: String?
    /// Findings that count.
    public var findings: Int
    /// Findings that a reviewer called false.
    public var falsePositives: Int

    /// Counts a group's findings.
    public init(target: String?, findings: Int, falsePositives: Int) {
      self.target = target
      self.findings = findings
      self.falsePositives = falsePositives
    }
  }

  /// By stance, then target.
  public var stances: [Stances] = []
  /// By theme.
  public var mentions: [Mentions] = []
  /// By target.
  public var targets: [Target] = []
  /// Floor findings that met a stance: a person should look at each.
  public var needsReview = 0

  /// Counts nothing yet.
  public init() {}
}
