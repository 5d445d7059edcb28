import Diagnostics

/// What an export is written as.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// One own post a line with its neighbours and their findings.
  case ndjson
  /// One own post a row; what stood beside it in a few cells.
  case csv
}

/// Writes own posts down, one after another.
protocol ExportWriter {
  /// What was written since it was last taken.
  var bytes: [UInt8] { get }
  mutating func add(_ exposure: CaptureRows.Exposure, of capture: CaptureRows.Capture)
  mutating func take() -> [UInt8]
}

/// Writes the own posts of a history.
///
/// The order and every byte depend on the archives, the packs and the policy alone: no run, no
/// path, no clock, no key.
public enum HistoryExport {
  /// Hands on what is written of a period, or of all, in pieces; throws what `output` throws.
  public static func write(
    _ history: History, of period: Period? = nil, as format: ExportFormat = .ndjson,
    to output: ([UInt8]) throws -> Void
  ) throws {
    var writer: any ExportWriter =
      switch format {
      case .ndjson: ExportLines()
      case .csv: ExportTable()
      }
    var failure: (any Error)?
    do throws(Diagnostic) {
      try history.read { db in
        let rows = CaptureRows(db: db)
        try rows.captures(of: period) { capture in
          try rows.exposures(of: capture.id) { writer.add($0, of: capture) }
          guard writer.bytes.count > 1 << 16 else { return }
          do {
            try output(writer.take())
          } catch {
            // What the output says, such as a closed pipe, is no fault of the history.
            failure = error
            throw error
          }
        }
      }
    } catch {
      throw failure ?? error
    }
    try output(writer.take())
  }
}
