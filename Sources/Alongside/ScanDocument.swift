import AdjacencyScan
import Reports
import ReviewFigures
public import TimelineModel

/// A scan's JSON document, most of it in a temporary file until it is written.
public struct ScanDocument: Sendable {
  /// The report, which keeps the worst incidents alone.
  public let report: ScanReport
  private let options: ReportOptions
  private let spool: ExposureSpool

  init(report: ScanReport, options: ReportOptions, spool: ExposureSpool) {
    self.report = report
    self.options = options
    self.spool = spool
  }

  /// Every figure of a review, computed from the report.
  public func review() -> Review { Review(of: report) }

  /// Hands the document on, a piece at a time; throws what `output` throws.
  public func write(to output: @escaping ([UInt8]) throws -> Void) throws {
    try JSONReport.write(report, options, to: output) { piece in
      try spool.read(report.outcome.spooledFeeds, piece)
    } threads: { piece in
      try spool.read(report.outcome.spooledThreads, piece)
    }
  }
}
