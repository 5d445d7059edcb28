package import Diagnostics
import GRDB
package import TimelineModel

/// What a history holds of a period, put together as if one scan had found it.
package struct PeriodContents: Sendable {
  /// How many inputs and own posts a method measured.
  package struct Share: Hashable, Sendable {
    /// The method.
    package var method: Method
    /// The inputs.
    package var inputs = 0
    /// The own posts.
    package var exposures = 0
  }

  /// Inputs, captures, counts and figures; no refusals of other periods.
  package var outcome = ScanOutcome()
  /// By what it was measured, the oldest method first; more than one is a mixture.
  package var methods: [Share] = []
  /// Own posts by the number of the method that measured them.
  var exposures: [Int64: Int] = [:]
  /// Own posts that another file had too, and that count once.
  package var repeats = 0
  /// Inputs whose evidence was pruned: their own posts are in no figure here.
  package var pruned = 0

  package init() {}
}

extension History {
  /// Reads a period.
  ///
  /// `judge` makes the figures of an exposure whose neighbours are put together again. `accounts`
  /// are the organisation's, in its order. Costs a few microseconds an own post.
  package func contents(
    of period: Period, accounts: [String], judge: (inout Exposure) -> Void
  ) throws(Diagnostic) -> PeriodContents {
    try read { db in
      var contents = PeriodContents()
      let inputs = try PeriodInputs(of: period, in: db)
      contents.outcome.inputs = inputs.summaries
      contents.pruned = inputs.pruned
      try TallyReader(db: db, accounts: accounts).read(period, into: &contents.outcome)
      try PeriodExposures(db: db).read(period, from: inputs, into: &contents, judge)
      contents.methods = try inputs.methods(counted: contents.exposures, in: db)
      return contents
    }
  }

  /// Hands on every counted own post of a period, in the order of its figures; throws what `body`
  /// throws.
  package func exposures(
    of period: Period, judge: (inout Exposure) -> Void, _ body: (Exposure) throws -> Void
  ) throws {
    var failure: (any Error)?
    do throws(Diagnostic) {
      try read { db in
        try PeriodExposures(db: db).each(of: period, judge) { exposure in
          do {
            try body(exposure)
          } catch {
            failure = error
            throw error
          }
        }
      }
    } catch {
      throw failure ?? error
    }
  }

  /// The last day that anything was captured on, or nil in an empty history.
  package func lastDay() throws(Diagnostic) -> String? {
    try read { try String.fetchOne($0, sql: "SELECT max(day) FROM captures") }
  }
}

extension History {
  /// The method that measured a period, or the newest of several; nil where there is nothing.
  package func newestMethod(of period: Period) throws(Diagnostic) -> Method? {
    try read { db in
      let number = try Int64.fetchOne(
        db,
        sql: """
          SELECT max(method) FROM inputs
          WHERE day BETWEEN :first AND :last OR id IN (
            SELECT input FROM captures WHERE day BETWEEN :first AND :last)
          """, arguments: ["first": period.first, "last": period.last])
      return try number.flatMap { try Method.fetch($0, in: db) }
    }
  }
}
