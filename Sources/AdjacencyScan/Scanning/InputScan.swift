import ExportReading
import Guarding
import TimelineFormats
import TimelineModel

/// Scans one input with several workers; the result does not depend on how many.
struct InputScan {
  let export: OpenedExport
  let plan: ScanPlan
  let jobs: Int

  /// Scans to the end and hands the results on in order; returns what stopped the reading.
  func run(
    _ consume: @escaping @Sendable (ScannedPart) throws -> Void
  ) async throws -> ReadError? {
    let merge = OrderedMerge(limit: 2 * jobs, consume: consume)
    let supply = ChunkSupply(export)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask {
          var worker = try ScanWorker(plan)
          var chunk = Chunk()
          while supply.next(&chunk) {
            try Task.checkCancellation()
            let parts = try worker.scan(chunk, as: export.format)
            try await merge.deliver(parts, ofChunk: chunk.sequence)
          }
        }
      }
      try await group.waitForAll()
    }
    return supply.failure
  }
}

/// The chunks of an input: first the one that was read to tell the format, then the rest.
private final class ChunkSupply: Sendable {
  private let reader: ChunkReader
  private let first: Guarded<Chunk?>
  private let stopped = Guarded<ReadError?>(nil)

  init(_ export: OpenedExport) {
    reader = export.reader
    first = Guarded(export.first)
  }

  /// What kept the input from being read to its end.
  var failure: ReadError? { stopped.withLock { $0 } }

  /// Fills the next chunk; an input that breaks off ends there, and what came before stands.
  func next(_ chunk: inout Chunk) -> Bool {
    if let opened = first.withLock({ $0.take() }) {
      chunk = opened
      return true
    }
    do throws(ReadError) {
      return try reader.fill(&chunk)
    } catch {
      stopped.withLock { $0 = $0 ?? error }
      return false
    }
  }
}
