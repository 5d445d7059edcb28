package import Diagnostics
import ExportReading
package import TimelineFormats

/// An input whose first chunk was read to tell its format.
package struct OpenedExport: Sendable {
  let reader: ChunkReader
  let first: Chunk
  /// The format, told by the first records or by the user.
  package let format: any TimelineFormat.Type

  /// Opens an input, or says why it cannot be read.
  package static func open(
    _ path: String, as chosen: (any TimelineFormat.Type)? = nil, isHashed: Bool = false
  ) throws(Diagnostic) -> OpenedExport {
    let reader: ChunkReader
    var chunk = Chunk()
    let outcome: FormatDetection.Outcome
    do throws(ReadError) {
      reader = try ChunkReader(path: path, isHashed: isHashed)
      let hasRecords = try reader.fill(&chunk)
      outcome = hasRecords ? chosen.map { .format($0) } ?? FormatDetection.detect(chunk) : .empty
    } catch {
      throw InputDiagnostics.unreadable(error, path)
    }
    guard case .format(let format) = outcome else {
      throw InputDiagnostics.detection(outcome, of: path)
    }
    return OpenedExport(reader: reader, first: chunk, format: format)
  }
}
