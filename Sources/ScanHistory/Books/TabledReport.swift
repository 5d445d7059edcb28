public import Diagnostics
import Digests
import GRDB

/// A report that was tabled.
public struct TabledReport: Hashable, Sendable {
  /// The period.
  public var period: Period
  /// The SHA-256 of the report, in hexadecimal.
  public var digest: String

  /// Digests a report that is about to be tabled.
  public init(document: [UInt8], period: Period) {
    self.init(period: period, digest: SHA256Hasher.digest(of: document))
  }

  init(period: Period, digest: String) {
    self.period = period
    self.digest = digest
  }
}

extension History {
  /// The report that was tabled last; nil when none was.
  public func lastTabledReport() throws(Diagnostic) -> TabledReport? {
    try read { db in
      guard
        let row = try Row.fetchOne(db, sql: "SELECT * FROM reports ORDER BY id DESC LIMIT 1")
      else { return nil }
      return TabledReport(period: try Period(row["period"] as String), digest: row["digest"])
    }
  }

  /// Notes that a report was tabled.
  public func noteTabled(_ report: TabledReport, against: Period?) throws(Diagnostic) {
    try write { db in
      try db.execute(
        sql: "INSERT INTO reports (period, against, last_day, digest) VALUES (?, ?, ?, ?)",
        arguments: [report.period.name, against?.name ?? "", report.period.last, report.digest])
    }
  }
}
