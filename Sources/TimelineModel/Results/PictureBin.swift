/// Some consecutive exposures in the order of the report, drawn as one.
public struct PictureBin: Hashable, Sendable {
  /// The capture of the first.
  public var firstCapture: Int
  /// The slot of the first in its capture.
  public var firstSlot: Int
  /// The capture of the last.
  public var lastCapture: Int
  /// The slot of the last in its capture.
  public var lastSlot: Int
  /// When the first of known date was published.
  public var time: Instant?
  /// How many there are.
  public var exposures = 1
  /// How many of them have a direct or embedded neighbour of a worst tier.
  public var tiers: Tally.TierCounts = [:]
  /// How many have a contradiction.
  public var contradictions = 0
  /// How many have none of these, but something that could not be screened.
  public var unknown = 0

  /// Draws one exposure.
  public init(_ mark: ExposureMark) {
    firstCapture = mark.capture
    firstSlot = mark.slot
    lastCapture = mark.capture
    lastSlot = mark.slot
    time = mark.time
    if let worst = mark.worst { tiers[worst] = 1 }
    contradictions = mark.isContradiction ? 1 : 0
    unknown = mark.worst == nil && mark.hasUnknown ? 1 : 0
  }

  /// Takes in the exposures that follow.
  public mutating func add(_ next: PictureBin) {
    lastCapture = next.lastCapture
    lastSlot = next.lastSlot
    time = time ?? next.time
    exposures += next.exposures
    tiers.merge(next.tiers, uniquingKeysWith: +)
    contradictions += next.contradictions
    unknown += next.unknown
  }
}
