public import Diagnostics
import Digests
import GRDB

/// A report that was tabled.
public struct TabledReport: Hashable, Sendable {
  /// The period.
  public var period: Period
  /// The period that it was compared with; nil for none.
  public var against: Period?
  /// The SHA-256 of its JSON document, in hexadecimal.
  public var digest: String

  /// Digests a report that is about to be tabled.
  public init(document: [UInt8], period: Period, against: Period?) {
    self.period = period
    self.against = against
    digest = SHA256Hasher.digest(of: document)
  }

  fileprivate init(_ row: Row) throws(Diagnostic) {
    period = try Period(row["period"])
    let before: String = row["against"]
    against = before.isEmpty ? nil : try Period(before)
    digest = row["digest"]
  }
}

extension History {
  /// The report that was tabled last; nil when none was.
  public func lastTabledReport() throws(Diagnostic) -> TabledReport? {
    try read { db in
      try Row.fetchOne(db, sql: "SELECT * FROM reports ORDER BY id DESC LIMIT 1")
        .map { try TabledReport($0) }
    }
  }

  /// The report of a period that was tabled last; of those after which a report of `later` was first
  /// tabled against it, so that one that is made again names the report that it named then.
  package func tabledReport(of period: Period, before later: Period)
    throws(Diagnostic) -> TabledReport?
  {
    try read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT * FROM reports WHERE period = :period AND id < coalesce(
            (SELECT min(id) FROM reports WHERE period = :later AND against = :period),
            (SELECT max(id) + 1 FROM reports))
          ORDER BY id DESC LIMIT 1
          """, arguments: ["period": period.name, "later": later.name]
      ).map { try TabledReport($0) }
    }
  }

  /// Notes that a report was tabled.
  public func noteTabled(_ report: TabledReport) throws(Diagnostic) {
    try write { db in
      try db.execute(
        sql: "INSERT INTO reports (period, against, last_day, digest) VALUES (?, ?, ?, ?)",
        arguments: [
          report.period.name, report.against?.name ?? "", report.period.last, report.digest,
        ])
    }
  }
}
