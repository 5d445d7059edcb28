internal import CVectorscan

/// Where in the scanned bytes a literal was found.
package struct LiteralHit: Hashable, Sendable {
  /// The place of the literal among those that the prefilter was made of.
  package let literal: UInt32
  /// The offset behind the bytes by which it was found: in the same text as the literal.
  package let end: UInt32

  @inlinable
  package init(literal: UInt32, end: UInt32) {
    self.literal = literal
    self.end = end
  }
}

/// What one worker needs to scan with one prefilter.
@safe package struct PrefilterScratch: ~Copyable {
  package let prefilter: LiteralPrefilter
  private let scratch: OpaquePointer?
  /// Where triggers end, as Vectorscan reports them; kept for its memory.
  private var found: [(trigger: UInt32, end: UInt32)] = []

  package init(for prefilter: LiteralPrefilter) throws(PrefilterError) {
    self.prefilter = prefilter
    guard let database = unsafe prefilter.database else {
      unsafe scratch = nil
      return
    }
    var scratch: OpaquePointer?
    // SAFETY: the prefilter, and so its database, is kept alive by this value.
    let status = unsafe hs_alloc_scratch(database, &scratch)
    guard status == HS_SUCCESS else {
      throw PrefilterError(code: status, message: "no scratch space")
    }
    unsafe self.scratch = unsafe scratch
  }

  deinit {
    // SAFETY: made by `init`, used by no one else.
    unsafe hs_free_scratch(scratch)
  }

  /// Appends every occurrence of every literal in `bytes` to `hits`, by ascending end.
  ///
  /// One call for a whole arena of texts is what makes this fast; texts kept apart by 0x00, which is
  /// in no literal, have no hits of plain text across their bounds. `bytes` is valid UTF-8 below 4 GiB.
  package mutating func scan(
    _ bytes: Span<UInt8>, into hits: inout [LiteralHit]
  ) throws(PrefilterError) {
    found.removeAll(keepingCapacity: true)
    try findTriggers(in: bytes)
    let table = prefilter.table
    for (trigger, end) in found {
      table.forEachLiteral(of: Int(trigger), endingAt: Int(end), in: bytes) { literal in
        hits.append(LiteralHit(literal: literal, end: end))
      }
    }
  }

  private mutating func findTriggers(in bytes: Span<UInt8>) throws(PrefilterError) {
    guard !bytes.isEmpty, let database = unsafe prefilter.database else { return }
    let count = UInt32(bytes.count)
    let scratch = unsafe self.scratch
    // SAFETY: the bytes and the array outlive the call, the scratch was made for this database and
    // is used by this call alone, and the callback gets the array back as what it is.
    let status = unsafe bytes.withUnsafeBytes { bytes in
      unsafe withUnsafeMutablePointer(to: &found) { found in
        unsafe hs_scan(
          database, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), count, 0, scratch,
          { trigger, _, end, _, found in
            unsafe found?.assumingMemoryBound(to: [(trigger: UInt32, end: UInt32)].self).pointee
              .append((trigger, UInt32(truncatingIfNeeded: end)))
            return 0
          }, found)
      }
    }
    guard status == HS_SUCCESS else {
      throw PrefilterError(code: status, message: "the scan failed")
    }
  }
}
