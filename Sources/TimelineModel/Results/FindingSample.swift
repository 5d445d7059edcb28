/// Findings drawn for people to look at: those with the smallest fingerprints of each category.
///
/// Fingerprints are digests, so this is a uniform draw, the same every time, and draws of parts add
/// up to the draw of the whole (bottom-k sampling: E. Cohen and H. Kaplan, PODC 2007).
public struct FindingSample: Hashable, Sendable {
  /// Findings that nobody has reviewed, by category.
  public private(set) var population: [CategoryID: Int] = [:]
  /// The drawn ones, by fingerprint.
  public private(set) var drawn: [CategoryID: [SamplingPlan.Item]] = [:]
  /// Floor findings that met a stance, in the order of the inputs.
  public private(set) var mandatory: [SamplingPlan.Item] = []
  /// How many of those there are.
  public private(set) var mandatoryCount = 0

  /// How many findings are drawn of a category: enough to know a share to within ten points.
  public static let drawnLimit = 100
  /// How many findings that need a look are listed.
  public static let mandatoryLimit = 200

  /// Holds none.
  public init() {}

  /// Adds a finding that nobody has reviewed.
  public mutating func add(_ item: SamplingPlan.Item, isMandatory: Bool) {
    population[item.category, default: 0] += 1
    draw(item)
    guard isMandatory else { return }
    mandatoryCount += 1
    if mandatory.count < Self.mandatoryLimit { mandatory.append(item) }
  }

  /// Adds the findings of the records that come next in an input.
  public mutating func add(_ other: FindingSample, input: Int, recordsBefore: Int) {
    func placed(_ item: SamplingPlan.Item) -> SamplingPlan.Item {
      var item = item
      item.input = input
      item.record += recordsBefore
      return item
    }
    population.merge(other.population, uniquingKeysWith: +)
    for items in other.drawn.values {
      for item in items { draw(placed(item)) }
    }
    mandatoryCount += other.mandatoryCount
    let room = Self.mandatoryLimit - mandatory.count
    mandatory += other.mandatory.prefix(room).map(placed)
  }

  private mutating func draw(_ item: SamplingPlan.Item) {
    var items = drawn[item.category] ?? []
    guard items.count < Self.drawnLimit || item.fingerprint < items[items.count - 1].fingerprint
    else { return }
    let place = items.firstIndex { $0.fingerprint >= item.fingerprint } ?? items.count
    // The same finding seen again is one finding to look at, where it was seen first.
    if place < items.count, items[place].fingerprint == item.fingerprint { return }
    items.insert(item, at: place)
    if items.count > Self.drawnLimit { items.removeLast() }
    drawn[item.category] = items
  }
}
