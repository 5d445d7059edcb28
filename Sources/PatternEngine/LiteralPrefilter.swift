internal import CVectorscan

/// Literals compiled into one Vectorscan database: immutable, shared by all workers.
///
/// Only Vectorscan's literal mode is used, because it is exact; its regular expressions are no
/// superset of PCRE2 on Unicode. It looks for one run of plain bytes of each literal, and the rest of
/// the literal is compared where that is found.
@safe package final class LiteralPrefilter: Sendable {
  let table: LiteralTable
  /// The compiled database, `nil` where there are no literals.
  nonisolated(unsafe) let database: OpaquePointer?

  /// Compiles literals, in some microseconds each; a hit names one by its place in the list.
  package init(_ literals: [Literal]) throws(PrefilterError) {
    var triggers: [LiteralTable.Trigger] = []
    table = LiteralTable(literals, triggers: &triggers)
    unsafe database = literals.isEmpty ? nil : try LiteralPrefilter.compile(triggers)
  }

  /// Takes a compiled table and its database, which it owns from now on.
  init(_ table: LiteralTable, _ database: OpaquePointer?) {
    self.table = table
    unsafe self.database = unsafe database
  }

  deinit {
    // SAFETY: the only owner goes away; every scratch keeps its prefilter alive.
    unsafe hs_free_database(database)
  }

  private static func compile(
    _ triggers: [LiteralTable.Trigger]
  ) throws(PrefilterError) -> OpaquePointer {
    let flags = triggers.map { UInt32($0.isCaseless ? HS_FLAG_CASELESS : 0) }
    let lengths = triggers.map(\.bytes.count)
    let identifiers = Array(0..<UInt32(triggers.count))
    let bytes = triggers.flatMap(\.bytes)
    var database: OpaquePointer?
    var failure: UnsafeMutablePointer<hs_compile_error_t>?
    // SAFETY: `bytes` outlives the call; the triggers follow one another in it without a gap, so
    // that each pointer has its length of bytes, and all four arrays have one element a literal.
    let status = unsafe bytes.withUnsafeBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      var next = 0
      let expressions = unsafe lengths.map { length in
        defer { next += length }
        return unsafe start.map { unsafe $0 + next }
      }
      return unsafe hs_compile_lit_multi(
        expressions, flags, identifiers, lengths, UInt32(triggers.count), UInt32(HS_MODE_BLOCK),
        nil, &database, &failure)
    }
    guard status == HS_SUCCESS, let database = unsafe database else {
      defer { unsafe hs_free_compile_error(failure) }
      let message = unsafe failure.flatMap { unsafe $0.pointee.message }
      throw PrefilterError(
        code: status,
        message: unsafe message.map { unsafe String(cString: $0) } ?? "no reason given")
    }
    return unsafe database
  }
}

/// Why Vectorscan could not compile or scan.
package struct PrefilterError: Error, Hashable, Sendable {
  /// The `hs_error_t`.
  package let code: Int32
  package let message: String
}
