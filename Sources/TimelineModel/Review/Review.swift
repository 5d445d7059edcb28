/// Everything that a review report says, computed: a writer of a report only words and draws it.
public struct Review: Sendable {
  /// The run, the inputs and their coverage, the captures, the refusals and the headline.
  public var scan: ScanReport
  /// What the policy's clauses come to: overall first, then platforms, then accounts.
  public var postures: [PostureStatement] = []
  /// Listed contradictions, counted apart.
  public var contradictions = ContradictionFigures()
  /// Whether trouble sits closer to own posts than chance would put it: safety.
  public var safetyLift: LiftFigure?
  /// The same for suitability.
  public var suitabilityLift: LiftFigure?
  /// The headline rates with intervals that respect captures, where captures and hits are enough.
  public var clustered: [ClusteredRate] = []
  /// Rates corrected for what rules miss and hit wrongly; empty without measured accuracy.
  public var corrected: [CorrectedRate] = []
  /// What so many exposures can and cannot show.
  public var adequacy = SampleAdequacy()
  /// The rates by day and by week, in order of time.
  public var series: [RateSeries] = []
  /// The rates by each thing that exposures differ in, in the order of `Breakdown.Dimension`.
  public var breakdowns: [Breakdown] = []
  /// Answers to own posts, by own account.
  public var replies: [ReplyFigures] = []
  /// How far the answer depends on choices.
  public var sensitivity = SensitivityTable()
  /// What rules hit that they should perhaps have spared.
  public var audit = OverblockingAudit()
  /// What reviewers decided, as far as it was honoured; nil without a baseline.
  public var baseline: BaselineCounts?
  /// What became different since an earlier period; nil for a scan of its own.
  public var change: PeriodChange?
  /// What still needs a human eye.
  public var sampling = SamplingPlan()

  /// Wraps a scan whose figures have yet to be computed.
  public init(scan: ScanReport) {
    self.scan = scan
  }

  /// Every own post of a feed as a mark, or in bins.
  public var picture: TimelinePicture { scan.outcome.feeds.picture }

  /// The worst incidents in feeds, the highest risk first.
  public var incidents: [Exposure] { scan.outcome.feeds.worst }

  /// The captures whose inputs have a manifest, and those without: by input.
  public var manifests: [(input: InputSummary, manifest: CaptureManifest?)] {
    scan.outcome.inputs.map { ($0, $0.manifest) }
  }
}
