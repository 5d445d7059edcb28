/// All findings of one entry, embedded posts included: a reader sees them together.
public struct Verdict: Hashable, Sendable {
  /// What one category of findings comes to.
  public struct Category: Hashable, Sendable {
    /// The worst tier.
    public var tier: Tier
    /// The highest confidence among the findings of that tier.
    public var confidence: Double
    /// Who is attacked, by the finding that decided.
    public var target: String?
    /// The rules that found it, sorted.
    public var rules: [String]
  }

  /// A rule that could not be decided on a post.
  public struct Undecided: Hashable, Sendable {
    /// The rule.
    public var rule: String
    /// What stopped it.
    public var reason: String
    /// The post, as an index into `Entry.posts`.
    public var post: Int

    /// Names a rule and what stopped it.
    public init(rule: String, reason: String, post: Int) {
      self.rule = rule
      self.reason = reason
      self.post = post
    }
  }

  /// The findings of all posts, by post, field and rule.
  public var findings: [Finding]
  /// Findings of stricter rules than the scan scores: they only show what stricter rules would do.
  public var logged: [Finding] = []
  /// The rules that could not be decided.
  public var undecided: [Undecided]
  /// What the entry's own words are about, sorted; empty where nobody asked.
  public var themes: [ThemeID] = []

  /// Gathers findings.
  public init(findings: [Finding] = [], undecided: [Undecided] = []) {
    self.findings = findings
    self.undecided = undecided
  }

  /// One tier a category, by category; findings that stance took away do not count.
  public var categories: [(id: CategoryID, verdict: Category)] {
    var found: [CategoryID: Category] = [:]
    for finding in findings {
      guard let tier = finding.tier else { continue }
      guard var category = found[finding.category] else {
        found[finding.category] = Category(
          tier: tier, confidence: finding.confidence, target: finding.target,
          rules: [finding.rule])
        continue
      }
      if (tier, finding.confidence) > (category.tier, category.confidence) {
        category.tier = tier
        category.confidence = finding.confidence
        category.target = finding.target ?? category.target
      }
      if !category.rules.contains(finding.rule) {
        category.rules.append(finding.rule)
      }
      found[finding.category] = category
    }
    return found.sorted { $0.key < $1.key }.map { id, category in
      var category = category
      category.rules.sort()
      return (id, category)
    }
  }

  /// The worst tier of any category, or nil when nothing was found.
  public var worst: Tier? {
    findings.compactMap(\.tier).max()
  }
}
