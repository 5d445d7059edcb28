/// What rules hit in others' entries that they should perhaps have spared, and what people decided.
public struct AuditTally: Hashable, Sendable {
  /// A stance and the group that findings it met name as attacked.
  public struct StanceKey: Hashable, Sendable {
    /// The stance.
    public var stance: Stance
    /// The group, where the rule names one.
    public var target: String?
  }

  /// Findings that a stance met.
  public struct StanceCounts: Hashable, Sendable {
    /// Lowered by one tier.
    public var lowered = 0
    /// Taken away.
    public var removed = 0
  }

  /// Findings that name one group, or none.
  public struct TargetCounts: Hashable, Sendable {
    /// Those that count.
    public var findings = 0
    /// Those that a reviewer called false.
    public var falsePositives = 0
  }

  /// By stance and group.
  public private(set) var stances: [StanceKey: StanceCounts] = [:]
  /// By group; nil where rules name none.
  public private(set) var targets: [String?: TargetCounts] = [:]
  /// Entries that speak of a theme, and how many of them are unsuitable.
  public private(set) var mentions: [ThemeID: Rate] = [:]
  /// Floor findings that met a stance.
  public private(set) var needsReview = 0
  /// Findings that a reviewer decided on.
  public private(set) var reviewed: [ReviewVerdict: Int] = [:]
  /// Findings that nobody has reviewed and that stance did not take away.
  public private(set) var unreviewed = 0

  /// Counts nothing yet.
  public init() {}

  /// Adds an entry by others; `stanceOfRule` knows the stance rules by id.
  package mutating func add(
    _ verdict: Verdict, isUnsuitable: Bool, isUnknown: Bool, stanceOfRule: [String: Stance]
  ) {
    for theme in verdict.themes {
      mentions[theme, default: .init()].add(isUnsuitable, isUnknown: isUnknown)
    }
    for finding in verdict.findings {
      for stance in Set(finding.loweredBy.compactMap { stanceOfRule[$0] }) {
        let key = StanceKey(stance: stance, target: finding.target)
        if finding.ruleTier.lowered == nil {
          stances[key, default: .init()].removed += 1
        } else {
          stances[key, default: .init()].lowered += 1
        }
      }
      needsReview += finding.needsReview ? 1 : 0
      if let review = finding.review {
        reviewed[review, default: 0] += 1
      } else {
        unreviewed += finding.tier == nil ? 0 : 1
      }
      if finding.tier != nil { targets[finding.target, default: .init()].findings += 1 }
      if finding.review == .falsePositive {
        targets[finding.target, default: .init()].falsePositives += 1
      }
    }
  }

  /// Adds another tally.
  public mutating func add(_ other: AuditTally) {
    stances.merge(other.stances) {
      StanceCounts(lowered: $0.lowered + $1.lowered, removed: $0.removed + $1.removed)
    }
    targets.merge(other.targets) {
      TargetCounts(
        findings: $0.findings + $1.findings, falsePositives: $0.falsePositives + $1.falsePositives)
    }
    mentions.merge(other.mentions) {
      var sum = $0
      sum.add($1)
      return sum
    }
    needsReview += other.needsReview
    reviewed.merge(other.reviewed, uniquingKeysWith: +)
    unreviewed += other.unreviewed
  }
}
