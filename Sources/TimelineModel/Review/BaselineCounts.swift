/// What a reviewer decided about a finding.
public enum ReviewVerdict: String, Sendable, CaseIterable, Codable {
  /// The rule is wrong here: the finding does not count.
  case falsePositive = "false-positive"
  /// The rule is right, and the organisation lives with it: it does not count, unless of tier floor.
  case accepted
  /// The rule is right: the finding counts with confidence 1.
  case confirmed
}

/// How a baseline of reviewed findings was honoured.
public struct BaselineCounts: Hashable, Sendable {
  /// The file as the user named it.
  public var path: String
  /// The SHA-256 of its bytes, in hexadecimal.
  public var sha256: String
  /// The findings it lists.
  public var listed: Int
  /// Of these, how many occurred in this scan, by verdict.
  public var seen: [ReviewVerdict: Int]
  /// Findings of this scan that nobody has reviewed.
  public var unreviewed: Int
  /// How far two people agree who judged the same findings; nil when none was judged by two.
  public var agreement: CoderAgreement?

  /// Counts what a baseline came to.
  public init(
    path: String, sha256: String, listed: Int, seen: [ReviewVerdict: Int], unreviewed: Int,
    agreement: CoderAgreement? = nil
  ) {
    self.path = path
    self.sha256 = sha256
    self.listed = listed
    self.seen = seen
    self.unreviewed = unreviewed
    self.agreement = agreement
  }

  /// Right findings ÷ reviewed findings of this scan: the precision that people found.
  public var precision: Rate {
    let right = (seen[.accepted] ?? 0) + (seen[.confirmed] ?? 0)
    return Rate(count: right, trials: right + (seen[.falsePositive] ?? 0))
  }
}
