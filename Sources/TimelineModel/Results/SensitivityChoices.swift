/// A set of the choices that a report varies: window 1 to 3, strictness 1 to 3, stance or not.
public struct SensitivityChoices: OptionSet, Hashable, Sendable {
  /// One bit a choice.
  public let rawValue: UInt32

  /// Makes a set from its bits.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The windows and levels that are varied.
  public static let range = 1...3
  /// How many choices there are.
  public static let count = 18

  /// Whether the choice of that bit is in the set.
  public func contains(index: Int) -> Bool {
    rawValue & 1 << UInt32(index) != 0
  }

  /// The set of one choice; window and strictness in 1...3.
  public init(window: Int, strictness: Int, appliesStance: Bool) {
    precondition(
      Self.range.contains(window) && Self.range.contains(strictness), "BUG: no such choice")
    let place = (window - 1) * 6 + (strictness - 1) * 2 + (appliesStance ? 0 : 1)
    self.init(rawValue: 1 << UInt32(place))
  }
}
