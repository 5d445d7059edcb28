/// Hands the workers' results on in the order of their chunks, whoever finishes first.
///
/// A worker that is too far ahead waits, so that finished chunks do not pile up.
actor OrderedMerge {
  private let consume: @Sendable (ScannedChunk) throws -> Void
  private let limit: Int
  private var next = 0
  private var early: [Int: ScannedChunk] = [:]
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var failure: (any Error)?

  /// Makes a merge that keeps at most `limit` chunks waiting for an earlier one.
  init(limit: Int, consume: @escaping @Sendable (ScannedChunk) throws -> Void) {
    self.limit = limit
    self.consume = consume
  }

  /// Delivers a chunk's result; throws what consuming any result threw.
  func deliver(_ chunk: ScannedChunk) async throws {
    early[chunk.sequence] = chunk
    drain()
    while early.count > limit, failure == nil {
      await withCheckedContinuation { waiting.append($0) }
    }
    if let failure { throw failure }
  }

  private func drain() {
    guard failure == nil else { return }
    let before = next
    do {
      while let chunk = early.removeValue(forKey: next) {
        next += 1
        try consume(chunk)
      }
    } catch {
      failure = error
    }
    guard next > before || failure != nil else { return }
    let resumed = waiting
    waiting = []
    for continuation in resumed { continuation.resume() }
  }
}
