import AdjacencyScan
import Alongside
import Diagnostics
import ReviewFigures
public import ScanHistory
public import TimelineModel

/// A review of a period, made from a history; the same history and periods give the same review.
public struct PeriodRequest: Sendable {
  /// The period.
  public var period: Period
  /// What it is compared with; nil compares nothing.
  public var against: Period?

  /// How many days before the period's last one are searched for turns.
  private static let watchedDays = 400

  /// Asks for a review.
  public init(_ period: Period, against: Period?) {
    self.period = period
    self.against = against
  }

  /// Makes the review.
  ///
  /// Throws `H011` where the history holds nothing of the period. Costs a few microseconds an own
  /// post of the two periods, and the search for turns.
  public func review(of history: History) throws -> Review {
    let method = try history.newestMethod(of: period)
    guard let method else {
      throw Diagnostic(
        .error, "H011", "holds nothing of \(period.name)", at: .file(history.path),
        help: "`batch status` tells which days it holds")
    }
    let terms = try MethodTerms(method)
    let now = try history.contents(of: period, terms)
    var review = Review(of: terms.report(now.outcome))
    var change = PeriodChange(period: .init(period), against: against.map { .init($0) })
    if let against, let tabled = try history.tabledReport(of: against, before: period) {
      change.tabled = .init(against: tabled.against?.name, digest: tabled.digest)
    }
    let before = try against.map { try history.contents(of: $0, terms) }
    if let before {
      let earlier = Review(of: terms.report(before.outcome))
      change.exposuresBefore = before.outcome.feeds.all.safety.trials
      change.comparisons = PeriodComparisons(earlier.scan.headline, review.scan.headline).all
      change.postures = PostureChanges.find(from: earlier.postures, to: review.postures)
    }
    let watched = period.reaching(back: Self.watchedDays)
    change.watched = .init(watched)
    change.turns = TurnSearch(try history.series(of: watched)).turns
    change.families = try families(
      of: history, now.outcome.feeds.all.safety.trials, change.exposuresBefore)
    change.methods = MethodTerms.shares(before?.methods ?? [], now.methods)
    change.repeats = now.repeats
    change.pruned = now.pruned + (before?.pruned ?? 0)
    change.undated = try history.undatedInputs()
    review.change = change
    return review
  }

  /// Hands on every own post of the period that counts, in the order of the figures, judged by the
  /// policy that it was measured by; throws what `body` throws.
  public func exposures(
    of history: History, _ body: (Exposure) throws -> Void
  ) throws {
    guard let method = try history.newestMethod(of: period) else { return }
    let model = RiskModel(policy: try MethodTerms(method).policy)
    try history.exposures(of: period, judge: model.judge, body)
  }

  private func families(
    of history: History, _ measured: Int, _ measuredBefore: Int
  ) throws -> [PeriodChange.Family] {
    let before = try against.map { try history.families(of: $0) } ?? []
    var families = try history.families(of: period).map { family in
      PeriodChange.Family(
        name: family.name, category: family.category,
        before: Rate(trials: measuredBefore),
        after: Rate(count: family.exposures, trials: measured))
    }
    for earlier in before {
      if let place = families.firstIndex(where: { $0.name == earlier.name }) {
        families[place].before.count = earlier.exposures
      } else {
        families.append(
          .init(
            name: earlier.name, category: earlier.category,
            before: Rate(count: earlier.exposures, trials: measuredBefore),
            after: Rate(trials: measured)))
      }
    }
    return families.sorted {
      ($1.after.count, $1.before.count, $0.name) < ($0.after.count, $0.before.count, $1.name)
    }
  }
}

extension History {
  /// Reads a period, and judges by the policy that it was measured by.
  func contents(of period: Period, _ terms: MethodTerms) throws -> PeriodContents {
    let model = RiskModel(policy: terms.policy)
    return try contents(
      of: period, accounts: terms.organisation.accounts.map(\.name), judge: model.judge)
  }
}

extension PeriodChange.Days {
  init(_ period: Period) {
    self.init(name: period.name, first: period.first, last: period.last)
  }
}
