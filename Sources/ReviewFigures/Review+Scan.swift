public import TimelineModel

extension Review {
  /// Computes every figure of a review from a scan, or from a period that was put together as one.
  ///
  /// The same scan gives the same figures: whatever is drawn at random has a fixed seed. Costs
  /// grow with the captures that hold own posts, not with the posts.
  public init(of scan: ScanReport) {
    self.init(scan: scan)
    let outcome = scan.outcome
    postures = PostureStatement.all(of: scan)
    contradictions = ContradictionFigures(of: outcome.feeds)
    adequacy = SampleAdequacy(of: outcome.feeds, policy: scan.run.policy)
    series = RateSeries.Unit.allCases.map { RateSeries(of: outcome.feeds.parts, by: $0) }
    breakdowns = Breakdown.Dimension.allCases.map { dimension in
      Breakdown(
        dimension: dimension, of: outcome.feeds, organisation: scan.run.organisation)
    }
    replies = ReplyFigures.all(of: outcome.tally, organisation: scan.run.organisation)
    sensitivity = SensitivityTable(of: outcome.feeds, run: scan.run)
  }
}
