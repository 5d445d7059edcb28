package import Diagnostics
import ExportReading
package import TimelineFormats

/// An input whose first chunk was read to tell its format.
package struct OpenedExport: Sendable {
  let reader: ChunkReader
  let first: Chunk
  /// The format, told by the first records or by the user.
  package let format: any TimelineFormat.Type

  /// Begins to read an export, or says why it cannot be read.
  package static func open(
    _ member: InputMembers.Member, as chosen: (any TimelineFormat.Type)? = nil
  ) throws(Diagnostic) -> OpenedExport {
    var chunk = Chunk()
    let outcome: FormatDetection.Outcome
    do throws(ReadError) {
      let hasRecords = try member.reader.fill(&chunk)
      outcome = hasRecords ? chosen.map { .format($0) } ?? FormatDetection.detect(chunk) : .empty
    } catch {
      throw InputDiagnostics.unreadable(error, member.name)
    }
    guard case .format(let format) = outcome else {
      throw InputDiagnostics.detection(outcome, of: member.name)
    }
    return OpenedExport(reader: member.reader, first: chunk, format: format)
  }
}
