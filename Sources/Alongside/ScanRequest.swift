import AdjacencyScan
import Diagnostics
public import Reports
import RulePacks
import TimelineFormats
public import TimelineModel

/// A scan as a user asks for it.
public struct ScanRequest: Sendable {
  /// Paths of exports; `-` is standard input.
  public var exports: [String]
  /// Whose posts are looked for; nil only screens.
  public var organisation: Organisation?
  /// The weights and thresholds.
  public var policy = RiskPolicy()
  /// Those of the organisation's accounts that its policy does not name, for the provenance.
  public var addedAccounts: [Organisation.OwnAccount] = []
  /// The folder of packs that the user named, for the provenance; nil for the installed ones.
  public var rulesFolder: String?
  /// The strictest level of rules that scores, 1 to 3.
  public var strictness = 1
  /// Whether stance rules lower findings.
  public var appliesStance = true
  /// Whether the literal prefilter is used; without it the findings are the same and slow.
  public var usesPrefilter = true
  /// Overrides the detection of the export format, by id.
  public var format: String?
  /// Workers; the result does not depend on it.
  public var jobs = 1
  /// What the organisation decided about its reviews.
  public var reviewPolicy = ReviewPolicy()
  /// The file that the policy came from; nil where defaults hold.
  public var policySource: PolicySource?
  /// What reviewers decided about findings; nil without a baseline.
  public var baseline: Baseline?
  /// Whether inputs are digested for the report's provenance.
  public var isHashed = false
  /// Take every order for a feed's.
  public var assumesFeedOrder = false

  /// Asks for a scan of some exports.
  public init(exports: [String]) {
    self.exports = exports
  }

  /// Scans the exports and rates what was found; every exposure is kept.
  ///
  /// Throws only for packs and options that cannot be used; what goes wrong with an input is in the
  /// report. Memory does not grow with the exports, only with the own posts found.
  public func report(
    with rules: LoadedRules, progress: @escaping @Sendable (_ bytes: Int) -> Void = { _ in }
  ) async throws -> ScanReport {
    try await report(rules, nil, progress)
  }

  /// Scans the exports for a document and tables; memory does not grow with the own posts either.
  ///
  /// The report keeps the worst incidents alone; the document and the tables have them all, and only
  /// those that are asked for can be written.
  public func document(
    with rules: LoadedRules, options: ReportOptions,
    parts: Set<ScanDocument.Part> = Set(ScanDocument.Part.allCases),
    progress: @escaping @Sendable (_ bytes: Int) -> Void = { _ in }
  ) async throws -> ScanDocument {
    let spool = try ExposureSpool(ScanDocument.encoders(options, for: parts))
    let report = try await report(rules, spool, progress)
    return ScanDocument(report: report, options: options, spool: spool, parts: parts)
  }

  private func report(
    _ rules: LoadedRules, _ spool: ExposureSpool?, _ progress: @escaping @Sendable (Int) -> Void
  ) async throws -> ScanReport {
    let manifests = try CaptureFile.manifests(of: exports)
    var outcome = try await scanner(rules, .windows, spool, progress).scan(exports)
    for index in outcome.inputs.indices {
      let path = outcome.inputs[index].path
      outcome.inputs[index].manifest = manifests[CaptureFile.file(of: path)]
    }
    var run = RunInfo(
      toolVersion: ToolVersion.current, packs: rules.packs, organisation: organisation,
      policy: policy, strictness: strictness, appliesStance: appliesStance,
      assumesFeedOrder: assumesFeedOrder)
    run.summaries = rules.summaries
    run.categories = rules.categoryNotes
    run.reviewPolicy = reviewPolicy
    run.policySource = policySource
    run.format = format
    run.addedAccounts = addedAccounts
    run.rulesFolder = rulesFolder
    run.baseline = baseline?.source
    run.loggedStrictness = organisation == nil ? strictness : CompiledRules.Options.strictest
    let headline = Headline(of: outcome, organisation: organisation, policy: policy)
    return ScanReport(run: run, outcome: outcome, headline: headline)
  }

  /// Classifies the exports' entries and hands on one line of JSON for each, in order.
  public func classify(
    with rules: LoadedRules, progress: @escaping @Sendable (_ bytes: Int) -> Void = { _ in },
    output: @escaping @Sendable ([UInt8]) throws -> Void
  ) async throws -> ScanOutcome {
    try await scanner(rules, .verdictLines, nil, progress).scan(exports, output: output)
  }

  private func scanner(
    _ rules: LoadedRules, _ purpose: ScanPlan.Purpose, _ spool: ExposureSpool?,
    _ progress: @escaping @Sendable (Int) -> Void
  ) throws(DiagnosticList) -> Scanner {
    let isReview = purpose == .windows && organisation != nil
    let options =
      isReview
      ? CompiledRules.Options.review(
        strictness: strictness, appliesStance: appliesStance, usesPrefilter: usesPrefilter)
      : CompiledRules.Options(
        strictness: strictness, appliesStance: appliesStance, usesPrefilter: usesPrefilter)
    let compiled = try rules.compiled(options)
    let themes = reviewPolicy.themes.isEmpty ? nil : Set(reviewPolicy.themes)
    let plan = ScanPlan(
      rules: compiled, organisation: organisation, policy: policy, purpose: purpose,
      assumesFeedOrder: assumesFeedOrder, decisions: baseline?.decisions ?? [:], themes: themes,
      spool: spool)
    return Scanner(
      plan: plan, jobs: jobs, format: try ExportFormats.chosen(format), isHashed: isHashed,
      progress: progress)
  }
}
