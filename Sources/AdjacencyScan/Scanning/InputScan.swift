import ExportReading
import Synchronization
import TimelineFormats
import TimelineModel

/// Scans one input with several workers; the result does not depend on how many.
struct InputScan {
  /// The opened input.
  let reader: ChunkReader
  /// Its first chunk, by which the format was told.
  let first: Chunk
  let format: any TimelineFormat.Type
  let plan: ScanPlan
  let jobs: Int

  /// Scans to the end and hands each chunk's result on in order; returns what stopped the reading.
  func run(_ consume: @escaping @Sendable (ScannedChunk) throws -> Void) async throws -> ReadError? {
    let merge = OrderedMerge(limit: 2 * jobs, consume: consume)
    let start = Mutex<Chunk?>(first)
    let failure = Mutex<ReadError?>(nil)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<jobs {
        group.addTask {
          var worker = try ScanWorker(plan)
          var chunk = start.withLock { $0.take() }
          if let opened = chunk {
            try await merge.deliver(try worker.scan(opened, as: format))
          }
          var next = chunk.take() ?? Chunk()
          while try read(&next, failure) {
            try await merge.deliver(try worker.scan(next, as: format))
          }
        }
      }
      try await group.waitForAll()
    }
    return failure.withLock { $0 }
  }

  /// Reads the next chunk; an input that breaks off ends there, and what came before stands.
  private func read(_ chunk: inout Chunk, _ failure: borrowing Mutex<ReadError?>) throws -> Bool {
    try Task.checkCancellation()
    do throws(ReadError) {
      return try reader.fill(&chunk)
    } catch {
      failure.withLock { $0 = $0 ?? error }
      return false
    }
  }
}
