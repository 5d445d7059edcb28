/// Everything that a report of one scan is made of.
public struct ScanReport: Sendable {
  /// How the figures came about.
  public var run: RunInfo
  /// What was found.
  public var outcome: ScanOutcome
  /// What it comes to.
  public var headline: Headline

  /// Gathers the parts.
  public init(run: RunInfo, outcome: ScanOutcome, headline: Headline) {
    self.run = run
    self.outcome = outcome
    self.headline = headline
  }
}

/// How the figures of a report came about: enough to make them again.
public struct RunInfo: Hashable, Sendable {
  /// One rule pack.
  public struct Pack: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String
    /// The SHA-256 of its file, in hexadecimal.
    public var sha256: String
    /// How many rules it holds.
    public var rules: Int

    /// Describes a pack.
    public init(name: String, version: String, sha256: String, rules: Int) {
      self.name = name
      self.version = version
      self.sha256 = sha256
      self.rules = rules
    }
  }

  /// What a category is called.
  public struct CategoryNote: Hashable, Sendable {
    /// A few words for a heading.
    public var summary: String
    /// What belongs to it and what does not.
    public var definition: String

    /// Describes a category.
    public init(summary: String, definition: String) {
      self.summary = summary
      self.definition = definition
    }
  }

  /// The program's version.
  public var toolVersion: String
  /// The packs, by name.
  public var packs: [Pack]
  /// What each rule finds, in a few words, by its id.
  public var summaries: [String: String] = [:]
  /// The organisation; nil when none was named.
  public var organisation: Organisation?
  /// The weights and thresholds.
  public var policy: RiskPolicy
  /// What the organisation decided about its reviews.
  public var reviewPolicy = ReviewPolicy()
  /// The baseline of reviewed findings that was honoured; nil without one.
  public var baseline: Baseline.Source?
  /// The file that policy came from; nil where defaults hold.
  public var policySource: PolicySource?
  /// The strictest level of rules that ran, those included that were only logged.
  public var loggedStrictness: Int
  /// Own accounts that the user named beside those of the policy.
  public var addedAccounts: [Organisation.OwnAccount] = []
  /// The folder of packs that the user named; nil where the installed ones ran.
  public var rulesFolder: String?
  /// The export format that the user chose; nil where each file told its own.
  public var format: String?
  /// Every category of the packs, by id.
  public var categories: [CategoryID: CategoryNote] = [:]
  /// The strictest level of rules that scored.
  public var strictness: Int
  /// Whether stance rules lowered findings.
  public var appliesStance: Bool
  /// Whether every order was taken for a feed's because the user said so.
  public var assumesFeedOrder: Bool

  /// Describes a run.
  public init(
    toolVersion: String, packs: [Pack], organisation: Organisation?, policy: RiskPolicy,
    strictness: Int, appliesStance: Bool, assumesFeedOrder: Bool
  ) {
    self.toolVersion = toolVersion
    self.packs = packs
    self.organisation = organisation
    self.policy = policy
    self.strictness = strictness
    loggedStrictness = strictness
    self.appliesStance = appliesStance
    self.assumesFeedOrder = assumesFeedOrder
  }
}
