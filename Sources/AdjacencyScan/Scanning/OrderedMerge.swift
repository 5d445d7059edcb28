/// Hands the workers' results on in the order of their chunks, whoever finishes first.
///
/// A worker that is too far ahead waits, so that finished chunks do not pile up.
actor OrderedMerge {
  private let consume: @Sendable (ScannedPart) throws -> Void
  private let limit: Int
  private var next = 0
  private var early: [Int: [ScannedPart]] = [:]
  private var waiting: [CheckedContinuation<Void, Never>] = []
  private var failure: (any Error)?

  /// Makes a merge that keeps at most `limit` chunks waiting for an earlier one.
  init(limit: Int, consume: @escaping @Sendable (ScannedPart) throws -> Void) {
    self.limit = limit
    self.consume = consume
  }

  /// Delivers the results of a chunk, by its number; throws what consuming any result threw.
  func deliver(_ parts: [ScannedPart], ofChunk number: Int) async throws {
    early[number] = parts
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
      while let parts = early.removeValue(forKey: next) {
        next += 1
        for part in parts { try consume(part) }
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
