public import TimelineModel

extension Headline {
  /// Rates what a scan found.
  public init(of outcome: ScanOutcome, organisation: Organisation?, policy: RiskPolicy) {
    self.init()
    var byPlatform: [String: Cell] = [:]
    var byAccount: [String: Cell] = [:]
    for exposure in outcome.exposures {
      feeds.add(exposure)
      byPlatform[exposure.own.own.platform.rawValue, default: Cell()].add(exposure)
      byAccount[exposure.account, default: Cell()].add(exposure)
    }
    for exposure in outcome.threadExposures { threads.add(exposure) }
    platforms = byPlatform.sorted { $0.key < $1.key }.map { Part(name: $0.key, cell: $0.value) }
    accounts = (organisation?.accounts ?? []).map { account in
      Part(name: account.name, cell: byAccount[account.name] ?? Cell())
    }
    categories = Self.categories(of: outcome.exposures)
    let tally = outcome.tally
    safetyPrevalence = Rate(count: tally.othersUnsafe, trials: tally.others)
    suitabilityPrevalence = Rate(count: tally.othersUnsuitable, trials: tally.others)
    safetyLift = Self.lift(feeds.safety, over: safetyPrevalence)
    suitabilityLift = Self.lift(feeds.suitability, over: suitabilityPrevalence)
    isSufficient = feeds.safety.trials >= policy.minimumExposures
  }

  /// AER ÷ (1 − (1 − P)²): what two neighbours drawn from the feed at random would give.
  static func lift(_ rate: Rate, over prevalence: Rate) -> Double? {
    guard let rate = rate.value, let share = prevalence.value, share > 0 else { return nil }
    return rate / (1 - (1 - share) * (1 - share))
  }

  private static func categories(of exposures: [Exposure]) -> [CategoryPart] {
    let measured = exposures.filter(\.isMeasured)
    var worst: [CategoryID: [Tier: Int]] = [:]
    for exposure in measured {
      var own: [CategoryID: Tier] = [:]
      for factor in exposure.factors where exposure.neighbours[factor.neighbour].distance <= 1 {
        own[factor.category] = max(own[factor.category] ?? factor.tier, factor.tier)
      }
      for (category, tier) in own { worst[category, default: [:]][tier, default: 0] += 1 }
    }
    return worst.sorted { $0.key < $1.key }.map { category, tiers in
      CategoryPart(
        category: category,
        rate: Rate(count: tiers.values.reduce(0, +), trials: measured.count), tiers: tiers)
    }
  }
}
