package import RulePacks
package import TimelineModel

/// What a run is asked to do: shared by all workers, never changed.
package struct ScanPlan: Sendable {
  /// What the workers are to make of each entry.
  package enum Purpose: Sendable {
    /// Windows round own posts.
    case windows
    /// One line of JSON an entry.
    case verdictLines
  }

  /// The rules.
  package var rules: CompiledRules
  /// Whose posts are own.
  package var organisation: Organisation?
  /// The weights.
  package var policy: RiskPolicy
  /// What is made of each entry.
  package var purpose: Purpose
  /// Take every order for a feed's.
  package var assumesFeedOrder: Bool
  /// Names findings and knows what reviewers decided.
  package var review: FindingReview
  /// The themes that own posts are told apart by; nil: all that packs know.
  package var themes: Set<ThemeID>?
  /// The stance rules, by id.
  package let stanceOfRule: [String: Stance]
  /// Takes the exposures as they are found; nil keeps them in memory.
  package var spool: ExposureSpool?

  /// Whether own posts are looked for, so that a report will want more than verdicts.
  package var isReview: Bool { purpose == .windows && organisation != nil }

  /// How far neighbours are kept: the policy's window, or what the sensitivity table varies.
  package var window: Int { max(policy.window, SensitivityChoices.range.upperBound) }

  /// Plans a run.
  package init(
    rules: CompiledRules, organisation: Organisation?, policy: RiskPolicy, purpose: Purpose,
    assumesFeedOrder: Bool = false, decisions: [String: ReviewVerdict] = [:],
    themes: Set<ThemeID>? = nil, spool: ExposureSpool? = nil
  ) {
    self.rules = rules
    self.organisation = organisation
    self.policy = policy
    self.purpose = purpose
    self.assumesFeedOrder = assumesFeedOrder
    review = FindingReview(decisions: decisions)
    self.themes = themes
    stanceOfRule = rules.stances
    self.spool = spool
  }
}
