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

    /// Names a finding and what was decided.
    public init(
      fingerprint: String, verdict: ReviewVerdict, rule: String? = nil, note: String? = nil
    ) {
      self.fingerprint = fingerprint
      self.verdict = verdict
      self.rule = rule
      self.note = note
    }
  }

  /// The file.
  public var source: Source
  /// The findings, in its order.
  public var items: [Item]

  /// Gathers reviewed findings.
  public init(source: Source, items: [Item]) {
    self.source = source
    self.items = items
  }

  /// What was decided, by fingerprint.
  public var decisions: [String: ReviewVerdict] {
    Dictionary(items.map { ($0.fingerprint, $0.verdict) }, uniquingKeysWith: { $1 })
  }
}
