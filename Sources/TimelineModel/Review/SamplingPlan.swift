/// Which findings people should look at, and how many of them two people should.
public struct SamplingPlan: Hashable, Sendable {
  /// A finding to look at.
  public struct Item: Hashable, Sendable {
    /// The finding's fingerprint, as a baseline lists it.
    public var fingerprint: String
    /// The rule.
    public var rule: String
    /// The category.
    public var category: CategoryID
    /// How bad the rule says it is.
    public var tier: Tier
    /// Where the entry stands: the export, as an index into the report's inputs.
    public var input: Int
    /// The record in the export, from one.
    public var record: Int
    /// Where the post was published.
    public var platform: Platform
    /// The platform's id of the post; empty when the export has none.
    public var post: String
    /// Two people should look at it without knowing of each other's verdict.
    public var isDouble: Bool

    /// Names a finding.
    public init(
      fingerprint: String, rule: String, category: CategoryID, tier: Tier, input: Int,
      record: Int, platform: Platform, post: String, isDouble: Bool = false
    ) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.category = category
      self.tier = tier
      self.input = input
      self.record = record
      self.platform = platform
      self.post = post
      self.isDouble = isDouble
    }
  }

  /// The findings of one category.
  public struct Stratum: Hashable, Sendable {
    /// The category.
    public var category: CategoryID
    /// Findings in others' entries that nobody has reviewed.
    public var population: Int
    /// How many to look at: precision to within ten points, with 95 % confidence.
    public var sample: Int
    /// How many of those two people should look at.
    public var double: Int
    /// Those to look at, drawn by fingerprint, so that the draw is the same every time.
    public var items: [Item]

    /// Plans a category.
    public init(
      category: CategoryID, population: Int, sample: Int, double: Int, items: [Item]
    ) {
      self.category = category
      self.population = population
      self.sample = sample
      self.double = double
      self.items = items
    }
  }

  /// Findings that need a look whatever the sample: floor findings that met a stance.
  public var mandatory: [Item] = []
  /// How many of those there are, as the list is bounded.
  public var mandatoryCount = 0
  /// By category.
  public var strata: [Stratum] = []
  /// How many entries without a finding to read, to learn what rules miss.
  public var cleanSample = 0

  /// Plans nothing yet.
  public init() {}
}
