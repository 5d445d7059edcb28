public import TimelineModel

extension Review {
  /// Computes every figure of a review from a scan, or from a period that was put together as one.
  ///
  /// The same scan gives the same figures: whatever is drawn at random has a fixed seed. Costs
  /// grow with the captures that hold own posts, not with the posts; what is drawn at random is
  /// bounded.
  public init(of scan: ScanReport) {
    self.init(scan: scan)
    let outcome = scan.outcome
    postures = PostureStatement.all(of: scan)
    contradictions = ContradictionFigures(of: outcome.feeds)
    clustered = ClusteredRate.all(of: outcome.feeds)
    safetyLift = LiftFigure(.safety, of: scan, clustered: clustered)
    suitabilityLift = LiftFigure(.suitability, of: scan, clustered: clustered)
    corrected = CorrectedRate.all(of: scan)
    adequacy = SampleAdequacy(of: outcome.feeds, policy: scan.run.policy)
    series = RateSeries.Unit.allCases.map { RateSeries(of: outcome.feeds.parts, by: $0) }
    breakdowns = Breakdown.Dimension.allCases.map { dimension in
      var breakdown = Breakdown(
        dimension: dimension, of: outcome.feeds, organisation: scan.run.organisation)
      breakdown.compareLines()
      return breakdown
    }
    replies = ReplyFigures.all(of: outcome.tally, organisation: scan.run.organisation)
    sensitivity = SensitivityTable(of: outcome.feeds, run: scan.run)
    audit = OverblockingAudit(of: outcome.tally)
    baseline = BaselineCounts(of: scan)
    sampling = SamplingPlan(of: outcome.sample, entries: outcome.tally.others)
  }
}
