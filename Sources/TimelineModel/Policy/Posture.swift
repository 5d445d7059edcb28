/// What an organisation decided beforehand to do on a platform, from mild to severe.
public enum Posture: String, Sendable, CaseIterable, Codable {
  /// Go on as before.
  case proceed = "continue"
  /// Go on under conditions.
  case controlled = "continue-with-controls"
  /// Only messages that people need for their safety.
  case critical = "critical-updates-only"
  /// Post nothing.
  case suspend

  /// Rank for comparison: 0 for `continue` up to 3 for `suspend`.
  public var rank: Int {
    switch self {
    case .proceed: 0
    case .controlled: 1
    case .critical: 2
    case .suspend: 3
    }
  }
}

extension Posture: Comparable {
  /// Milder is less.
  public static func < (left: Posture, right: Posture) -> Bool {
    left.rank < right.rank
  }
}
