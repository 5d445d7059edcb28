import AdjacencyScan
import Reports
import ReviewFigures
public import TimelineModel

/// A scan's JSON document and tables, most of them in a temporary file until they are written.
public struct ScanDocument: Sendable {
  /// What holds every exposure, and is written down while the scan goes on if it is wanted.
  public enum Part: Sendable, CaseIterable {
    /// The JSON document.
    case json
    /// The tables of exposures, neighbours and findings.
    case tables
  }

  /// The report, which keeps the worst incidents alone.
  public let report: ScanReport
  /// Every figure of a review, computed from the report.
  public let review: Review
  private let options: ReportOptions
  private let spool: ExposureSpool
  private let parts: Set<Part>

  init(report: ScanReport, options: ReportOptions, spool: ExposureSpool, parts: Set<Part>) {
    self.report = report
    review = Review(of: report)
    self.options = options
    self.spool = spool
    self.parts = parts
  }

  /// What is written down of every exposure: the JSON document's part first, then a table's each.
  static func encoders(_ options: ReportOptions, for parts: Set<Part>) -> [ExposureSpool.Encoder] {
    (parts.contains(.json) ? [JSONReport.exposureEncoder(options)] : [])
      + (parts.contains(.tables) ? CSVTables.exposureTables(options).map(\.rows) : [])
  }

  /// Hands the JSON document on, a piece at a time; throws what `output` throws.
  public func write(to output: @escaping ([UInt8]) throws -> Void) throws {
    precondition(parts.contains(.json), "BUG: the scan was not asked for a document")
    try JSONReport.write(review, options, to: output) { piece in
      try spool.read(report.outcome.spooledFeeds, part: 0, piece)
    } threads: { piece in
      try spool.read(report.outcome.spooledThreads, part: 0, piece)
    }
  }

  /// Hands on the tables for spreadsheets: `open` gets each one's name, and writes what its closure
  /// hands on.
  public func writeTables(
    of review: Review,
    open: (_ name: String, _ body: (([UInt8]) throws -> Void) throws -> Void) throws -> Void
  ) throws {
    precondition(parts.contains(.tables), "BUG: the scan was not asked for tables")
    let first = parts.contains(.json) ? 1 : 0
    for (place, table) in CSVTables.exposureTables(options).enumerated() {
      try open(table.name) { output in
        try output(table.head)
        try spool.read(report.outcome.spooledFeeds, part: first + place, output)
        try spool.read(report.outcome.spooledThreads, part: first + place, output)
      }
    }
    for table in CSVTables.reviewTables(review, options) {
      try open(table.name) { try $0(table.bytes) }
    }
  }
}
