import AdjacencyScan
import Alongside
import RulePacks
import ScanHistory
import TimelineModel

/// The organisation and the policy by which a period was measured, as they stood then.
struct MethodTerms {
  let method: Method
  private let terms: OrganisationPolicy

  var organisation: Organisation { terms.organisation }
  var policy: RiskPolicy { terms.risk }

  /// Reads them from the file that the history keeps.
  init(_ method: Method) throws {
    self.method = method
    let source = PackSource(name: "the history's policy", bytes: Array(method.policy.utf8))
    terms = try PolicyFile.read(source, vocabulary: nil)
  }

  /// A clause of the policy in words.
  func clause(_ index: Int) -> String {
    let clause = terms.review.clauses[index]
    return clause.text
      ?? clause.conditions.map { condition in
        "\(condition.figure.rawValue) \(condition.comparison.rawValue) \(condition.threshold)"
      }.joined(separator: " and ")
  }

  /// A period's outcome as the report of a scan.
  func report(_ outcome: ScanOutcome) -> ScanReport {
    var run = RunInfo(
      toolVersion: method.tool, packs: method.packs, organisation: organisation, policy: policy,
      strictness: method.strictness, appliesStance: method.appliesStance,
      assumesFeedOrder: method.assumesFeedOrder)
    run.reviewPolicy = terms.review
    run.policySource = terms.source
    run.loggedStrictness = CompiledRules.Options.strictest
    return ScanReport(
      run: run, outcome: outcome,
      headline: Headline(of: outcome, organisation: organisation, policy: policy))
  }

  /// By what two periods were measured, the oldest method first.
  static func shares(
    _ before: [PeriodContents.Share], _ after: [PeriodContents.Share]
  ) -> [PeriodChange.Method] {
    var shares: [(Method, PeriodChange.Method)] = []
    for (share, isAfter) in before.map({ ($0, false) }) + after.map({ ($0, true) }) {
      let place = shares.firstIndex { $0.0 == share.method } ?? shares.count
      if place == shares.count {
        shares.append(
          (share.method, .init(summary: share.method.summary, before: 0, after: 0)))
      }
      if isAfter {
        shares[place].1.after += share.exposures
      } else {
        shares[place].1.before += share.exposures
      }
    }
    return shares.map(\.1)
  }
}
