/// What exposures come to, added up one by one, so that none needs to be kept.
public struct ExposureFigures: Hashable, Sendable {
  /// All of them.
  public private(set) var all = Headline.Cell()
  /// By platform, account, time, theme and the like.
  public private(set) var parts = ExposureParts()
  /// By capture, in the order of their numbers within a feed.
  public private(set) var captures: [CaptureFigures] = []
  /// Measured exposures that would be unsafe, by choice: bit i of `SensitivityChoices` at index i.
  public private(set) var unsafeUnder = [Int](repeating: 0, count: SensitivityChoices.count)
  /// The same for unsuitable.
  public private(set) var unsuitableUnder = [Int](repeating: 0, count: SensitivityChoices.count)
  /// Measured exposures by their risk in thousandths.
  public private(set) var risks: [Int: Int] = [:]
  /// Every exposure as a mark, or in bins.
  public private(set) var picture = TimelinePicture()
  /// The worst incidents, the highest risk first, equals in the order of the feed.
  public private(set) var worst: [Exposure] = []
  /// The worst contradictions, in the same order.
  public private(set) var worstContradictions: [Exposure] = []
  /// How many exposures have any risk.
  public private(set) var incidents = 0
  /// Every rule that found something in or near an own post, or lowered such a finding, by id.
  public private(set) var rules: Set<String> = []
  /// The worst tier of any direct or embedded neighbour.
  public private(set) var worstTier: Tier?

  /// How many of the worst incidents are kept.
  public static let keptIncidents = 25
  /// How many of the worst contradictions are kept.
  public static let keptContradictions = 5

  /// Holds no figures yet.
  public init() {}

  /// Adds an exposure by its mark; what it looked like is not kept.
  public mutating func add(_ mark: ExposureMark) {
    all.add(mark)
    parts.add(mark)
    picture.add(mark)
    if captures.last?.number != mark.capture {
      captures.append(CaptureFigures(number: mark.capture))
    }
    captures[captures.count - 1].add(mark)
    if let tier = mark.worst { worstTier = max(worstTier ?? tier, tier) }
    incidents += mark.risk > 0 ? 1 : 0
    guard mark.isMeasured else { return }
    risks[Int((mark.risk * 1000).rounded()), default: 0] += 1
    for choice in 0..<SensitivityChoices.count {
      unsafeUnder[choice] += mark.unsafeUnder.contains(index: choice) ? 1 : 0
      unsuitableUnder[choice] += mark.unsuitableUnder.contains(index: choice) ? 1 : 0
    }
  }

  /// Adds a judged exposure and keeps it while it is among the worst.
  public mutating func add(_ exposure: Exposure, _ mark: ExposureMark) {
    add(mark)
    note(exposure.own)
    for neighbour in exposure.neighbours where neighbour.side != .embedded { note(neighbour.entry) }
    guard exposure.risk > 0 else { return }
    Self.keep(exposure, in: &worst, limit: Self.keptIncidents)
    guard mark.isContradiction else { return }
    Self.keep(exposure, in: &worstContradictions, limit: Self.keptContradictions)
  }

  /// Adds the figures of exposures that come after these.
  public mutating func add(_ other: ExposureFigures) {
    all.add(other.all)
    parts.add(other.parts)
    picture.add(other.picture)
    captures += other.captures
    for choice in 0..<SensitivityChoices.count {
      unsafeUnder[choice] += other.unsafeUnder[choice]
      unsuitableUnder[choice] += other.unsuitableUnder[choice]
    }
    risks.merge(other.risks, uniquingKeysWith: +)
    if let tier = other.worstTier { worstTier = max(worstTier ?? tier, tier) }
    incidents += other.incidents
    rules.formUnion(other.rules)
    for exposure in other.worst { Self.keep(exposure, in: &worst, limit: Self.keptIncidents) }
    for exposure in other.worstContradictions {
      Self.keep(exposure, in: &worstContradictions, limit: Self.keptContradictions)
    }
  }

  private mutating func note(_ entry: Entry) {
    for finding in entry.verdict.findings {
      rules.insert(finding.rule)
      rules.formUnion(finding.loweredBy)
    }
  }

  private static func keep(_ exposure: Exposure, in kept: inout [Exposure], limit: Int) {
    // Those that came earlier stand before equals.
    let place = kept.firstIndex { $0.risk < exposure.risk } ?? kept.count
    guard place < limit else { return }
    kept.insert(exposure, at: place)
    if kept.count > limit { kept.removeLast() }
  }

  /// The risk that so large a share of the measured exposures do not exceed, to a thousandth.
  public func risk(atQuantile share: Double) -> Double? {
    let total = risks.values.reduce(0, +)
    var below = 0
    for (risk, count) in risks.sorted(by: { $0.key < $1.key }) {
      below += count
      if Double(below) >= share * Double(total) { return Double(risk) / 1000 }
    }
    return nil
  }
}
