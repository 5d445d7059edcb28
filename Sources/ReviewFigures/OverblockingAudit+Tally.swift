import Statistics
import TimelineModel

extension OverblockingAudit {
  /// Counts what stances met, what speaks of themes, and who is named as attacked.
  init(of tally: Tally) {
    self.init()
    let audit = tally.audit
    stances = audit.stances.map { key, counts in
      Stances(
        stance: key.stance, target: key.target, lowered: counts.lowered, removed: counts.removed)
    }
    .sorted { ($0.stance.rawValue, $0.target ?? "") < ($1.stance.rawValue, $1.target ?? "") }
    targets = audit.targets.map { target, counts in
      Target(
        target: target, findings: counts.findings, falsePositives: counts.falsePositives)
    }
    .sorted { ($0.target ?? "") < ($1.target ?? "") }
    needsReview = audit.needsReview
    mentions = Self.mentions(of: tally)
  }

  private static func mentions(of tally: Tally) -> [Mentions] {
    let rates = tally.audit.mentions.sorted { $0.key < $1.key }
    let differences = rates.map { _, rate in
      ProportionDifference(
        from: Proportion(
          max(0, tally.othersUnsuitable - rate.count), of: max(0, tally.others - rate.trials)),
        to: rate.proportion)
    }
    let adjusted = MultipleComparisons.holm(differences.map { $0?.pValue ?? 1 })
    return zip(rates, zip(differences, adjusted)).map { theme, test in
      Mentions(
        theme: theme.key, unsuitable: theme.value, adjustedP: test.0 == nil ? nil : test.1)
    }
  }
}
