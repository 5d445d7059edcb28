package import TimelineModel

/// Finds an organisation's accounts among the authors of a batch: by id first, by handle second.
package struct OwnAccounts: Sendable {
  private struct Account: Sendable {
    var platform: Platform
    var id: [UInt8]?
    var handle: [UInt8]?
  }

  private let accounts: [Account]

  /// Prepares an organisation's accounts for comparison.
  package init(_ organisation: Organisation?) {
    accounts = (organisation?.accounts ?? []).map { account in
      Account(
        platform: account.platform, id: account.id.map { Array($0.utf8) },
        handle: account.handle.map { Array($0.lowercased().utf8) })
    }
  }

  /// Whether there are none.
  package var isEmpty: Bool { accounts.isEmpty }

  /// The account that wrote a content, as an index into `Organisation.accounts`, or nil.
  package func author(of content: BatchContent, in batch: PostBatch) -> Int? {
    find(on: content.platform, id: content.authorID, handle: content.handle, in: batch)
  }

  /// The account that a content answers, or nil.
  package func addressee(of content: BatchContent, in batch: PostBatch) -> Int? {
    find(
      on: content.platform, id: content.replyToAuthorID, handle: content.replyToHandle, in: batch)
  }

  private func find(
    on platform: Platform, id: ByteRange, handle: ByteRange, in batch: PostBatch
  ) -> Int? {
    for (index, account) in accounts.enumerated() where account.platform == platform {
      if let own = account.id, !id.isEmpty {
        // An id that differs settles it: handles change hands.
        if batch.names[id.indices].elementsEqual(own) { return index }
        continue
      }
      guard let own = account.handle, handle.count == own.count, !handle.isEmpty else { continue }
      if equal(batch.names, handle, own) { return index }
    }
    return nil
  }

  /// Compares without regard to the case of ASCII letters, which is all that handles have.
  private func equal(_ names: [UInt8], _ range: ByteRange, _ handle: [UInt8]) -> Bool {
    var index = range.indices.lowerBound
    for byte in handle {
      let other = names[index]
      let lower = other >= 0x41 && other <= 0x5A ? other | 0x20 : other
      if lower != byte { return false }
      index += 1
    }
    return true
  }
}
