internal import TimelineModel

extension RuleMatcher {
  mutating func applyStance(
    to firstMatch: Int, _ texts: ContentTexts, into results: inout BatchMatches
  ) {
    let categories = results.matches[firstMatch...].reduce(0 as UInt64) {
      $1.droppedBy == nil && $1.tier != nil ? $0 | rules.plans[$1.rule].categories : $0
    }
    let firstStance = results.stances.count
    for rule in rules.stanceRules where rules.plans[rule].categories & categories != 0 {
      let outcome = outcome(of: rule, texts, into: &results)
      if outcome == .matched { results.stances.append(rule) }
      report(rule, outcome, texts, into: &results)
    }
    let stances = firstStance..<results.stances.count
    guard !stances.isEmpty else { return }
    for index in results.matches.indices[firstMatch...] {
      let rule = results.matches[index].rule
      guard results.stances[stances].contains(where: { rules.lowers($0, rule: rule) }) else {
        continue
      }
      guard let tier = rules.plans[rule].tier else { continue }
      results.matches[index].stances = stances
      results.matches[index].tier = tier.lowered
      results.matches[index].needsReview = tier == .floor
    }
  }
}
