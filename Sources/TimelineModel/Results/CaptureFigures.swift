/// What the exposures of one capture come to: what clustered intervals and shuffles need.
public struct CaptureFigures: Hashable, Sendable {
  /// The capture's number.
  public var number: Int
  /// Its rates.
  public var cell = Headline.Cell()
  /// The slots of its own posts, from one, ascending.
  public var ownSlots: [Int32] = []
  /// Own posts with a direct neighbour of tier floor in a slot of its own.
  public var besideUnsafe = 0
  /// Own posts with an unsuitable direct neighbour in a slot of its own.
  public var besideUnsuitable = 0

  /// Begins a capture.
  public init(number: Int) {
    self.number = number
  }

  /// Adds an exposure of the capture.
  public mutating func add(_ mark: ExposureMark) {
    cell.add(mark)
    ownSlots.append(Int32(clamping: mark.slot))
    besideUnsafe += mark.isUnsafeBeside ? 1 : 0
    besideUnsuitable += mark.isUnsuitableBeside ? 1 : 0
  }
}
