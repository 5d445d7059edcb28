import Spreadsheets
public import TimelineModel

/// The review as tables for spreadsheets and statistics programs, one file each.
public enum CSVTables {
  /// The tables of exposures: what each begins with, and how an exposure's rows are written.
  public struct ExposureTable: Sendable {
    /// The file's name without its ending.
    public let name: String
    /// What the file begins with.
    public let head: [UInt8]
    /// The rows of one exposure.
    public let rows: @Sendable (Exposure) -> [UInt8]
  }

  /// The tables that have rows for every exposure, written as exposures are found.
  public static func exposureTables(_ options: ReportOptions) -> [ExposureTable] {
    let rows = CSVExposures(options: options)
    return [
      ExposureTable(
        name: "exposures", head: head(CSVExposures.exposureColumns, options),
        rows: rows.exposures),
      ExposureTable(
        name: "neighbours", head: head(CSVExposures.neighbourColumns, options),
        rows: rows.neighbours),
      ExposureTable(
        name: "findings", head: head(CSVExposures.findingColumns, options), rows: rows.findings),
    ]
  }

  /// The tables of a review as a whole: its rates, and its captures.
  public static func reviewTables(
    _ review: Review, _ options: ReportOptions
  ) -> [(name: String, bytes: [UInt8])] {
    [
      (
        "rates",
        head(CSVRates.columns, options) + CSVRates.rows(review, options.language)
      ),
      ("captures", captures(review.scan.outcome, options)),
    ] + changes(review, options)
  }

  /// Only a report from a history has them.
  private static func changes(
    _ review: Review, _ options: ReportOptions
  ) -> [(name: String, bytes: [UInt8])] {
    review.change.map { change in
      [
        (
          "changes",
          head(CSVChanges.columns, options) + CSVChanges.rows(change, options.language)
        )
      ]
    } ?? []
  }

  private static func head(_ columns: [String], _ options: ReportOptions) -> [UInt8] {
    var csv = CSVText(options.language)
    csv.row(columns.map { .text($0) })
    return CSVText.start + csv.bytes
  }

  private static func captures(_ outcome: ScanOutcome, _ options: ReportOptions) -> [UInt8] {
    var csv = CSVText(options.language)
    for capture in outcome.captures {
      let input = outcome.inputs[capture.input]
      csv.row([
        .whole(capture.number), .text(input.path), .text(input.format), .text(capture.feed),
        .text(capture.order.rawValue), .text(capture.platform.rawValue), .whole(capture.entries),
        .whole(capture.exposures), .text(input.manifest?.takenBy),
        .text(input.manifest?.takenAt.description),
      ])
    }
    let columns = [
      "capture", "file", "format", "feed", "order", "platform", "entries", "own_posts",
      "taken_by", "taken_at",
    ]
    return head(columns, options) + csv.bytes
  }
}
