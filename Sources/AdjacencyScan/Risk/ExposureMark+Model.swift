package import TimelineModel

extension RiskModel {
  /// The few bytes of a judged exposure that figures over many need.
  package func mark(of exposure: Exposure) -> ExposureMark {
    let own = exposure.own.own
    var mark = ExposureMark(
      account: exposure.account, platform: own.platform, capture: exposure.capture,
      slot: exposure.slot)
    mark.time = own.createdAt
    mark.themes = exposure.own.verdict.themes
    mark.risk = exposure.risk
    mark.isMeasured = exposure.isMeasured
    mark.isUnsafe = exposure.isUnsafe
    mark.isUnsuitable = exposure.isUnsuitable
    mark.hasUnknown = exposure.hasUnknown
    for neighbour in exposure.neighbours {
      place(neighbour, in: &mark)
      guard !neighbour.isOwn else { continue }
      addChoices(of: neighbour, to: &mark)
      guard neighbour.distance <= 1 else { continue }
      addTargets(of: neighbour, to: &mark)
      if neighbour.side != .embedded { addSource(of: neighbour, exposure.order, to: &mark) }
    }
    addCategories(of: exposure, to: &mark)
    mark.targets.sort { $0.name < $1.name }
    mark.sources.sort { $0.source < $1.source }
    return mark
  }

  private func place(_ neighbour: Exposure.Neighbour, in mark: inout ExposureMark) {
    let state = state(of: neighbour)
    let slot = ExposureMark.Slot(state, isPromoted: neighbour.entry.isPromoted)
    switch neighbour.side {
    case .embedded: mark.embedded = state
    case .above: Self.place(slot, at: neighbour.distance, in: &mark.above)
    case .below: Self.place(slot, at: neighbour.distance, in: &mark.below)
    }
  }

  private static func place(
    _ slot: ExposureMark.Slot, at distance: Int, in slots: inout [ExposureMark.Slot]
  ) {
    while slots.count < distance { slots.append(ExposureMark.Slot(.absent)) }
    slots[distance - 1] = slot
  }

  private func state(of neighbour: Exposure.Neighbour) -> ExposureMark.State {
    if neighbour.isOwn { return .own }
    if let worst = neighbour.findings.compactMap(\.tier).max() { return .init(worst) }
    return neighbour.isUnknown ? .unknown : .clean
  }

  private func addCategories(of exposure: Exposure, to mark: inout ExposureMark) {
    var found: [CategoryID: Tier] = [:]
    for factor in exposure.factors {
      let neighbour = exposure.neighbours[factor.neighbour]
      guard neighbour.distance <= 1 else { continue }
      found[factor.category] = max(found[factor.category] ?? factor.tier, factor.tier)
      guard neighbour.side != .embedded else { continue }
      mark.isUnsafeBeside = mark.isUnsafeBeside || factor.tier == .floor
      mark.isUnsuitableBeside =
        mark.isUnsuitableBeside || policy.isUnsuitable(factor.category, factor.tier)
    }
    mark.categories = found.sorted { $0.key < $1.key }.map { category, tier in
      ExposureMark.Category(
        id: category, tier: tier, isUnsuitable: policy.isUnsuitable(category, tier),
        contradicts: mark.themes.filter { policy.contradictions[$0]?[category] != nil })
    }
  }

  private func addTargets(of neighbour: Exposure.Neighbour, to mark: inout ExposureMark) {
    for finding in neighbour.findings {
      guard let tier = finding.tier, let target = finding.target else { continue }
      let isUnsuitable = policy.isUnsuitable(finding.category, tier)
      if let index = mark.targets.firstIndex(where: { $0.name == target }) {
        mark.targets[index].tier = max(mark.targets[index].tier, tier)
        mark.targets[index].isUnsuitable = mark.targets[index].isUnsuitable || isUnsuitable
      } else {
        mark.targets.append(.init(name: target, tier: tier, isUnsuitable: isUnsuitable))
      }
    }
  }

  private func addSource(
    of neighbour: Exposure.Neighbour, _ order: OrderClass, to mark: inout ExposureMark
  ) {
    let source = NeighbourSource(of: neighbour.entry, in: order)
    let scoring = neighbour.findings.compactMap { finding in
      finding.tier.map { (finding.category, $0) }
    }
    let isUnsafe = scoring.contains { $0.1 == .floor }
    let isUnsuitable = scoring.contains { policy.isUnsuitable($0.0, $0.1) }
    let index = mark.sources.firstIndex { $0.source == source } ?? mark.sources.count
    if index == mark.sources.count {
      mark.sources.append(
        .init(source: source, isUnsafe: false, isUnsuitable: false, hasUnknown: false))
    }
    mark.sources[index].isUnsafe = mark.sources[index].isUnsafe || isUnsafe
    mark.sources[index].isUnsuitable = mark.sources[index].isUnsuitable || isUnsuitable
    mark.sources[index].hasUnknown = mark.sources[index].hasUnknown || neighbour.isUnknown
  }

  /// Notes under which windows, levels and use of stance the neighbour counts.
  private func addChoices(of neighbour: Exposure.Neighbour, to mark: inout ExposureMark) {
    let range = SensitivityChoices.range
    guard neighbour.distance <= range.upperBound else { return }
    for finding in neighbour.findings(logged: true) {
      for appliesStance in [true, false] {
        guard let tier = finding.tier(appliesStance: appliesStance) else { continue }
        let isUnsafe = tier == .floor
        let isUnsuitable = policy.isUnsuitable(finding.category, tier)
        guard isUnsafe || isUnsuitable else { continue }
        for window in max(neighbour.distance, 1)...range.upperBound {
          for strictness in min(max(finding.strictness, 1), 3)...range.upperBound {
            let choice = SensitivityChoices(
              window: window, strictness: strictness, appliesStance: appliesStance)
            if isUnsafe { mark.unsafeUnder.insert(choice) }
            if isUnsuitable { mark.unsuitableUnder.insert(choice) }
          }
        }
      }
    }
  }
}

extension Exposure.Neighbour {
  /// The findings that a reader sees of this neighbour: of an own post only what it embeds, and
  /// never the organisation's own words.
  fileprivate func findings(logged: Bool = false) -> [Finding] {
    let all = logged ? entry.verdict.findings + entry.verdict.logged : entry.verdict.findings
    return all.filter { !entry.posts[$0.post].isOwn }
  }

  fileprivate var findings: [Finding] { findings() }
}

extension Finding {
  /// How bad the finding is with or without stance; nil where stance or a reviewer took it away.
  fileprivate func tier(appliesStance: Bool) -> Tier? {
    if appliesStance || review == .falsePositive { return tier }
    return review == .accepted && ruleTier != .floor ? nil : ruleTier
  }
}

extension NeighbourSource {
  /// How an entry came to stand in a feed of that order.
  fileprivate init(of entry: Entry, in order: OrderClass) {
    self =
      if entry.isPromoted {
        .promoted
      } else if entry.kind == .reply {
        .reply
      } else if entry.kind == .repost {
        .repost
      } else {
        order == .chronological ? .followed : .unstated
      }
  }
}
