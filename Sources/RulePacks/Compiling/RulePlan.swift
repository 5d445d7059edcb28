internal import PatternEngine
internal import TimelineModel

/// What the matcher does about one rule.
struct RulePlan: Sendable {
  /// The pattern, if the rule has one.
  let pattern: Pattern?
  /// Whether the rule looks for nothing of its own.
  let isCombination: Bool
  /// The labels it looks for, as bytes.
  let labels: [[UInt8]]
  /// The rules it depends on.
  let conditions: RuleGraph.Conditions
  /// Whether other rules must match for it to match.
  let isConditional: Bool
  /// Whether its matches are reported: findings at the level asked for, or everything.
  let scores: Bool
  /// Whether its matches lower findings at the level asked for.
  let lowersFindings: Bool
  /// How bad a finding is.
  let tier: Tier?
  /// The bit of its category, or the bits of those it lowers.
  let categories: UInt64

  init(
    _ rule: Rule, pattern: Pattern?, conditions: RuleGraph.Conditions, categories: [Category],
    options: CompiledRules.Options
  ) {
    self.pattern = pattern
    self.conditions = conditions
    isConditional = !conditions.positive.isEmpty
    switch rule.evidence {
    case .labels(let labels):
      self.labels = labels.map { Array($0.text.utf8) }
      isCombination = false
    case .pattern, .conditions:
      labels = []
      isCombination = pattern == nil
    }
    let isWanted = rule.strictness <= options.strictness
    func bits(_ names: [PlacedText]) -> UInt64 {
      names.reduce(0) { bits, name in
        let index = categories.firstIndex { $0.id.rawValue == name.text }
        return bits | (index.map { 1 << UInt64($0) } ?? 0)
      }
    }
    switch rule.role {
    case .finding(let category, let tier):
      let isLogged = rule.strictness <= options.loggedStrictness
      scores = isWanted || isLogged || options.reportsEverything
      lowersFindings = false
      self.tier = tier
      self.categories = bits([category])
    case .stance(let stance, let lowers):
      scores = options.reportsEverything
      lowersFindings = isWanted && options.appliesStance && stance != .endorse
      tier = nil
      self.categories = lowers.map(bits) ?? .max
    case .theme:
      scores = options.findsThemes || options.reportsEverything
      lowersFindings = false
      tier = nil
      self.categories = 0
    case .signal:
      scores = options.reportsEverything
      lowersFindings = false
      tier = nil
      self.categories = 0
    }
  }
}
