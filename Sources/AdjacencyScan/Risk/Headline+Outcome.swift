public import TimelineModel

extension Headline {
  /// Rates what a scan found.
  public init(of outcome: ScanOutcome, organisation: Organisation?, policy: RiskPolicy) {
    self.init()
    feeds = outcome.feeds.all
    threads = outcome.threads.all
    let parts = outcome.feeds.parts
    platforms = parts.platforms.sorted { $0.key < $1.key }
      .map { Part(name: $0.key.rawValue, cell: $0.value) }
    accounts = (organisation?.accounts ?? []).map { account in
      Part(name: account.name, cell: parts.accounts[account.name] ?? Cell())
    }
    categories = parts.categories.sorted { $0.key < $1.key }.map { category, tiers in
      CategoryPart(
        category: category,
        rate: Rate(count: tiers.values.reduce(0, +), trials: feeds.safety.trials), tiers: tiers)
    }
    let tally = outcome.tally
    safetyPrevalence = Rate(
      count: tally.othersUnsafe, trials: tally.others, unknown: tally.othersPerhapsUnsafe)
    suitabilityPrevalence = Rate(
      count: tally.othersUnsuitable, trials: tally.others, unknown: tally.othersPerhapsUnsuitable)
    safetyLift = Self.lift(feeds.safety, over: safetyPrevalence)
    suitabilityLift = Self.lift(feeds.suitability, over: suitabilityPrevalence)
    isSufficient = feeds.safety.trials >= policy.minimumExposures
  }

  /// AER ÷ (1 − (1 − P)²): what two neighbours drawn from the feed at random would give.
  static func lift(_ rate: Rate, over prevalence: Rate) -> Double? {
    guard let rate = rate.value, let share = prevalence.value, share > 0 else { return nil }
    return rate / (1 - (1 - share) * (1 - share))
  }
}
