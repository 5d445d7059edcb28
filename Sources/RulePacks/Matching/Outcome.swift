/// Whether a rule matches a content, as far as is known.
enum Outcome: UInt8, Sendable {
  /// Not asked yet.
  case unknown
  /// Proved not to match.
  case absent
  /// Matches.
  case matched
  /// Neither could be proved.
  case undecided

  /// Both must match; one proof of absence is enough for absence (Kleene's strong logic).
  func and(_ other: Outcome) -> Outcome {
    if self == .absent || other == .absent { return .absent }
    return self == .undecided || other == .undecided ? .undecided : .matched
  }

  /// One must match; one match is enough.
  func or(_ other: Outcome) -> Outcome {
    if self == .matched || other == .matched { return .matched }
    return self == .undecided || other == .undecided ? .undecided : .absent
  }
}
