import AdjacencyScan
import Reports
import ReviewFigures
public import TimelineModel

/// A scan's JSON document and tables, most of them in a temporary file until they are written.
public struct ScanDocument: Sendable {
  /// The report, which keeps the worst incidents alone.
  public let report: ScanReport
  /// Every figure of a review, computed from the report.
  public let review: Review
  private let options: ReportOptions
  private let spool: ExposureSpool

  init(report: ScanReport, options: ReportOptions, spool: ExposureSpool) {
    self.report = report
    review = Review(of: report)
    self.options = options
    self.spool = spool
  }

  /// What is written down of every exposure: the JSON document's part first, then a table's each.
  static func encoders(_ options: ReportOptions) -> [ExposureSpool.Encoder] {
    [JSONReport.exposureEncoder(options)] + CSVTables.exposureTables(options).map(\.rows)
  }

  /// Hands the JSON document on, a piece at a time; throws what `output` throws.
  public func write(to output: @escaping ([UInt8]) throws -> Void) throws {
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
    for (place, table) in CSVTables.exposureTables(options).enumerated() {
      try open(table.name) { output in
        try output(table.head)
        try spool.read(report.outcome.spooledFeeds, part: place + 1, output)
        try spool.read(report.outcome.spooledThreads, part: place + 1, output)
      }
    }
    for table in CSVTables.reviewTables(review, options) {
      try open(table.name) { try $0(table.bytes) }
    }
  }
}
