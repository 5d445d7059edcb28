public import TimelineModel

/// Judges exposures by a policy.
///
///     R(e) = 1 − Π_n Π_category (1 − min(1, s·k·v·m·c))
///
/// A noisy-or: it does not depend on the order of neighbours, and each factor says what it adds.
public struct RiskModel: Sendable {
  /// The weights.
  public let policy: RiskPolicy

  /// Makes a model with a policy's weights.
  public init(policy: RiskPolicy) {
    self.policy = policy
  }

  /// Fills in the factors, the risk and the flags of an exposure.
  public func judge(_ exposure: inout Exposure) {
    var factors: [Exposure.Factor] = []
    var rest = 1.0
    exposure.isUnsafe = false
    exposure.isUnsuitable = false
    exposure.hasUnknown = false
    for (index, neighbour) in exposure.neighbours.enumerated() {
      guard !neighbour.isOwn, neighbour.distance <= policy.window else { continue }
      let isDirect = neighbour.distance <= 1
      exposure.hasUnknown = exposure.hasUnknown || (isDirect && neighbour.isUnknown)
      for (category, worst) in worstFindings(of: neighbour) {
        let factor = Exposure.Factor(
          neighbour: index, category: category, tier: worst.tier,
          severity: policy.severity[worst.tier] ?? 0,
          proximity: proximity(at: neighbour.distance), visibility: worst.visibility,
          contradiction: policy.contradiction(category, exposure.own.verdict.themes),
          confidence: worst.confidence)
        factors.append(factor)
        rest *= 1 - factor.product
        guard isDirect else { continue }
        exposure.isUnsafe = exposure.isUnsafe || worst.tier == .floor
        exposure.isUnsuitable =
          exposure.isUnsuitable || policy.isUnsuitable(category, worst.tier)
      }
    }
    exposure.factors = factors
    exposure.risk = 1 - rest
  }

  private func proximity(at distance: Int) -> Double {
    guard distance > 0 else { return 1 }
    return distance <= policy.proximity.count ? policy.proximity[distance - 1] : 0
  }

  private struct Worst {
    var tier: Tier
    var confidence: Double
    var visibility: Double

    var weight: (Tier, Double) { (tier, confidence * visibility) }
  }

  /// The deciding finding of each category, by category.
  private func worstFindings(
    of neighbour: Exposure.Neighbour
  ) -> [(category: CategoryID, worst: Worst)] {
    var found: [CategoryID: Worst] = [:]
    for finding in neighbour.entry.verdict.findings {
      // The organisation's own words are nobody's risk, wherever they are shown.
      guard let tier = finding.tier, !neighbour.entry.posts[finding.post].isOwn else { continue }
      let candidate = Worst(
        tier: tier, confidence: finding.confidence,
        visibility: visibility(of: finding, in: neighbour.entry))
      if let known = found[finding.category], known.weight >= candidate.weight { continue }
      found[finding.category] = candidate
    }
    return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Covered text is seen by those who ask for it; a content warning itself is seen by all, and a
  /// platform's label means that the media are covered.
  private func visibility(of finding: Finding, in entry: Entry) -> Double {
    switch finding.field {
    case .contentWarning, .displayName: 1
    case .label: policy.coveredVisibility
    case .text, .altText, .card, .link:
      entry.posts[finding.post].isCovered ? policy.coveredVisibility : 1
    }
  }
}
