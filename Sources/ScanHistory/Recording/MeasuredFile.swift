package import TimelineModel

/// What one scan of one file came to, ready to be recorded.
package struct MeasuredFile: Sendable {
  /// Hands on the rows of the own posts that were measured, in their order.
  package typealias Rows = @Sendable ((ExposureRow) throws -> Void) throws -> Void

  /// What was found.
  package var outcome: ScanOutcome
  /// The accounts by which the outcome counts replies.
  package var accounts: [Organisation.OwnAccount]
  /// The own posts.
  package var rows: Rows

  /// Gathers the parts.
  package init(
    outcome: ScanOutcome, accounts: [Organisation.OwnAccount], rows: @escaping Rows
  ) {
    self.outcome = outcome
    self.accounts = accounts
    self.rows = rows
  }
}
