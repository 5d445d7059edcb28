/// Why a record, or a part of one, is no entry of a timeline.
public enum SkipReason: String, Sendable, CaseIterable {
  /// A platform's message to the client: a deletion, a rate limit, a keep-alive.
  case notice
  /// A pager's mark.
  case cursor
  /// A suggestion of accounts, topics or communities.
  case suggestion
  /// A heading or prompt of the page.
  case prompt
  /// A record of another kind: users, counts, lists.
  case otherRecord = "other-record"
}
