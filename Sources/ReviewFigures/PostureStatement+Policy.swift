package import TimelineModel

extension PostureStatement {
  /// States the policy's posture overall, for each platform and for each account.
  package static func all(of scan: ScanReport) -> [PostureStatement] {
    let headline = scan.headline
    let judge = PostureJudge(scan)
    var statements = [judge.statement(.all, headline.feeds)]
    statements += headline.platforms.map { judge.statement(.platform($0.name), $0.cell) }
    statements += headline.accounts.map { judge.statement(.account($0.name), $0.cell) }
    return statements
  }
}

/// Holds the clauses of a policy against rates.
private struct PostureJudge {
  let scan: ScanReport
  let policy: ReviewPolicy

  init(_ scan: ScanReport) {
    self.scan = scan
    policy = scan.run.reviewPolicy
  }

  func statement(_ scope: PostureStatement.Scope, _ cell: Headline.Cell) -> PostureStatement {
    let isSufficient = cell.safety.trials >= scan.run.policy.minimumExposures
    var statement = PostureStatement(
      scope: scope, posture: nil, clause: nil, evidence: [], band: .insufficient,
      isSufficient: isSufficient, cell: cell)
    statement.band = band(cell, isSufficient: isSufficient)
    guard cell.safety.trials > 0 else { return statement }
    statement.posture = policy.otherwise
    for (index, clause) in policy.clauses.enumerated() {
      let evidence = clause.conditions.compactMap { condition in
        value(of: condition.figure, scope, cell).map {
          PostureStatement.Evidence(condition: condition, value: $0)
        }
      }
      guard evidence.count == clause.conditions.count, evidence.allSatisfy(\.holds) else {
        continue
      }
      statement.posture = clause.posture
      statement.clause = index
      statement.evidence = evidence
      break
    }
    return statement
  }

  /// A floor neighbour or a contradiction shows red however few exposures there are.
  private func band(_ cell: Headline.Cell, isSufficient: Bool) -> PostureStatement.Band {
    if cell.safety.count > 0 || cell.graveContradictions > 0 { return .red }
    guard isSufficient, let upper = cell.suitability.interval?.high,
      let highest = cell.suitability.highest
    else { return .insufficient }
    // What the unknown ones could turn into another band is told by none.
    return band(upper) == band(highest) ? band(upper) : .insufficient
  }

  private func band(_ upper: Double) -> PostureStatement.Band {
    upper < policy.bands.amber ? .green : upper < policy.bands.red ? .amber : .red
  }

  private func value(
    of figure: PostureClause.Figure, _ scope: PostureStatement.Scope, _ cell: Headline.Cell
  ) -> Double? {
    switch figure {
    case .exposures: Double(cell.safety.trials)
    case .captures: Double(captures(in: scope))
    case .floorExposures: Double(cell.safety.count)
    case .safetyRate: cell.safety.value
    case .safetyLow: cell.safety.interval?.low
    case .safetyHigh: cell.safety.highest
    case .suitabilityRate: cell.suitability.value
    case .suitabilityLow: cell.suitability.interval?.low
    case .suitabilityHigh: cell.suitability.highest
    case .contradictions: Double(cell.contradictions.count)
    case .contradictionRate: cell.contradictions.value
    case .contradictionLow: cell.contradictions.interval?.low
    case .contradictionHigh: cell.contradictions.highest
    case .replyRate: replyRate(in: scope)
    case .meanRisk: cell.meanRisk
    }
  }

  private func captures(in scope: PostureStatement.Scope) -> Int {
    switch scope {
    case .all: scan.outcome.feeds.captures.count { $0.cell.safety.trials > 0 }
    case .platform(let name): scan.outcome.feeds.parts.captures[name] ?? 0
    case .account(let name): scan.outcome.feeds.parts.captures[name] ?? 0
    }
  }

  /// The share of answers that are unsuitable; nil where nobody answered.
  private func replyRate(in scope: PostureStatement.Scope) -> Double? {
    let accounts = scan.run.organisation?.accounts ?? []
    var rate = Rate()
    for (index, surface) in scan.outcome.tally.replySurface {
      switch scope {
      case .all: break
      case .platform(let name): guard accounts[index].platform.rawValue == name else { continue }
      case .account(let name): guard accounts[index].name == name else { continue }
      }
      rate.add(Rate(count: surface.unsuitable, trials: surface.replies + surface.quotes))
    }
    return rate.value
  }
}

extension PostureStatement.Evidence {
  fileprivate var holds: Bool { condition.comparison.holds(value, condition.threshold) }
}
