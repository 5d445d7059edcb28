import Statistics

/// A share with what is needed to judge it: k of n, and how many could not be told.
public struct Rate: Hashable, Sendable {
  /// k: how often it happened.
  public var count: Int
  /// n: how often it could have.
  public var trials: Int
  /// Of the n, how many did not count although something in them could not be screened.
  public var unknown: Int

  /// Counts nothing yet.
  public init(count: Int = 0, trials: Int = 0, unknown: Int = 0) {
    self.count = count
    self.trials = trials
    self.unknown = unknown
  }

  /// k ÷ n; nil when n is zero.
  public var value: Double? {
    trials == 0 ? nil : Double(count) / Double(trials)
  }

  /// The share were all of the unknown ones such: no truth behind them lies above; nil when n is zero.
  public var most: Double? {
    trials == 0 ? nil : Double(count + unknown) / Double(trials)
  }

  /// The upper bound of the 95 % score interval were all of the unknown ones such: what cannot be
  /// ruled out; nil when n is zero.
  public var highest: Double? {
    trials == 0 ? nil : Proportion(count + unknown, of: trials).wilson.upperBound
  }

  /// The 95 % score interval (Wilson), in 0...1; nil when n is zero.
  public var interval: ConfidenceInterval? {
    guard trials > 0 else { return nil }
    let bounds = Proportion(count, of: trials).wilson
    return ConfidenceInterval(low: bounds.lowerBound, high: bounds.upperBound)
  }

  /// Adds another rate's trials.
  public mutating func add(_ other: Rate) {
    count += other.count
    trials += other.trials
    unknown += other.unknown
  }

  /// Adds one trial.
  public mutating func add(_ happened: Bool, isUnknown: Bool = false) {
    trials += 1
    count += happened ? 1 : 0
    unknown += !happened && isUnknown ? 1 : 0
  }
}
