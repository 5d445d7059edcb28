/// Some consecutive records of an input, with room behind them for the JSON parser to overread.
package struct Chunk: Sendable {
  /// The records' bytes, then at least `JSONParser.padding` bytes of anything.
  package internal(set) var bytes: [UInt8] = []
  /// How many of the bytes belong to records.
  package internal(set) var count = 0
  /// Where the first byte stands in the unpacked input.
  package internal(set) var offset = 0
  /// Chunks of an input are numbered from zero.
  package internal(set) var sequence = 0
  /// The records, or nil when each line that is not blank holds one.
  var slices: [RecordSlice]?

  /// Makes an empty chunk for `ChunkReader` to fill.
  package init() {}

  /// Calls `body` with each record in order.
  package func forEachRecord<Failure: Error>(
    _ body: (RecordSlice) throws(Failure) -> Void
  ) throws(Failure) {
    if let slices {
      for slice in slices {
        try body(slice)
      }
      return
    }
    var start = 0
    while start < count {
      let end = ByteSearch.firstIndex(of: ByteSearch.newline, in: bytes, from: start, to: count)
      let line = ByteSearch.trimmed(bytes, start..<end)
      if !line.isEmpty {
        try body(RecordSlice(range: line))
      }
      start = end + 1
    }
  }
}

/// Where a record stands in its chunk, and what keeps it from being read.
package struct RecordSlice: Sendable, Hashable {
  /// What can be wrong before anything is parsed.
  package enum Problem: Sendable, Hashable {
    /// Larger than `Bounds.record`.
    case tooLarge
    /// The input ends inside the record.
    case cutShort
    /// The input ends before the array that holds the records.
    case unclosedArray
  }

  /// The record's bytes in the chunk; empty when there is a problem.
  package var range: Range<Int>
  /// The problem, if any.
  package var problem: Problem?
}
