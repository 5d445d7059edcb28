/// Findings that people have looked at, and what they decided.
public struct Baseline: Hashable, Sendable {
  /// Where a baseline came from.
  public struct Source: Hashable, Sendable {
    /// The file as the user named it.
    public var path: String
    /// The SHA-256 of its bytes, in hexadecimal.
    public var sha256: String
    /// How many findings it lists.
    public var listed: Int
    /// How far two people agree who judged the same findings; nil when none was judged by two.
    public var agreement: CoderAgreement?

    /// Names a file.
    public init(path: String, sha256: String, listed: Int) {
      self.path = path
      self.sha256 = sha256
      self.listed = listed
    }
  }

  /// One reviewed finding.
  public struct Item: Hashable, Sendable {
    /// The finding, as reports name it: 32 hexadecimal digits.
    public var fingerprint: String
    /// What was decided.
    public var verdict: ReviewVerdict
    /// The rule, for people who read the file.
    public var rule: String?
    /// The reviewer's note.
    public var note: String?
    /// What two people said of it who did not know of each other's verdict.
    public var coders: Coders?

    /// Names a finding and what was decided.
    public init(
      fingerprint: String, verdict: ReviewVerdict, rule: String? = nil, note: String? = nil,
      coders: Coders? = nil
    ) {
      self.coders = coders
      self.fingerprint = fingerprint
      self.verdict = verdict
      self.rule = rule
      self.note = note
    }
  }

  /// The verdicts of two people who did not know of each other's.
  public struct Coders: Hashable, Sendable {
    /// What the one said.
    public var first: ReviewVerdict
    /// What the other said.
    public var second: ReviewVerdict

    /// Pairs two verdicts.
    public init(first: ReviewVerdict, second: ReviewVerdict) {
      self.first = first
      self.second = second
    }
  }

  /// The file.
  public var source: Source
  /// The findings, in its order.
  public var items: [Item]

  /// Gathers reviewed findings.
  public init(source: Source, items: [Item]) {
    self.source = source
    self.source.agreement = CoderAgreement(items)
    self.items = items
  }

  /// What was decided, by fingerprint.
  public var decisions: [String: ReviewVerdict] {
    Dictionary(items.map { ($0.fingerprint, $0.verdict) }, uniquingKeysWith: { $1 })
  }
}
