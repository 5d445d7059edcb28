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
  /// Takes the exposures as they are found; nil keeps them in memory.
  package var spool: ExposureSpool?

  /// Plans a run.
  package init(
    rules: CompiledRules, organisation: Organisation?, policy: RiskPolicy, purpose: Purpose,
    assumesFeedOrder: Bool = false, spool: ExposureSpool? = nil
  ) {
    self.rules = rules
    self.organisation = organisation
    self.policy = policy
    self.purpose = purpose
    self.assumesFeedOrder = assumesFeedOrder
    self.spool = spool
  }
}
