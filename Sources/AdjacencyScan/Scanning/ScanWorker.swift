import ExportReading
import PatternEngine
import RulePacks
import TimelineFormats
import TimelineModel

/// Decodes and classifies chunks; one per worker, owns everything that is written to.
struct ScanWorker: ~Copyable {
  private let plan: ScanPlan
  private let accounts: OwnAccounts
  private var parser = JSONParser()
  private var writer = EntryWriter()
  private var classifier: BatchClassifier
  /// Where each record of the chunk starts in the unpacked input.
  private var recordBytes: [Int] = []

  init(_ plan: ScanPlan) throws(PrefilterError) {
    self.plan = plan
    accounts = OwnAccounts(plan.organisation)
    classifier = try BatchClassifier(plan.rules)
  }

  /// Makes of a chunk what the windows and counters need.
  mutating func scan(
    _ chunk: Chunk, as format: any TimelineFormat.Type
  ) throws(PrefilterError) -> ScannedChunk {
    var result = ScannedChunk(sequence: chunk.sequence)
    decode(chunk, as: format, into: &result)
    try classifier.classify(writer.batch)
    let summary = ChunkSummary(plan: plan, accounts: accounts)
    summary.summarise(writer.batch, &classifier, recordBytes, into: &result)
    return result
  }

  private mutating func decode(
    _ chunk: Chunk, as format: any TimelineFormat.Type, into result: inout ScannedChunk
  ) {
    writer.batch.removeAll()
    recordBytes.removeAll(keepingCapacity: true)
    var unreadable = 0
    chunk.forEachRecord { slice in
      let byte = chunk.offset + slice.range.lowerBound
      writer.record = recordBytes.count
      recordBytes.append(byte)
      let firstEntry = writer.batch.entries.count
      do throws(JSONError) {
        if let problem = slice.problem { throw problem.error }
        try parser.withValue(in: chunk.bytes, slice.range) { value throws(JSONError) in
          try format.decode(value, into: &writer)
        }
      } catch {
        // A record that cannot be read to its end leaves nothing behind.
        while writer.batch.entries.count > firstEntry { writer.dropEntry() }
        result.problems.append(
          RecordProblem(record: writer.record, byte: byte, reason: error.reason))
        unreadable += 1
      }
      if unreadable > 0, writer.batch.entries.count > firstEntry {
        writer.batch.entries[firstEntry].unreadableBefore = UInt8(clamping: unreadable)
        unreadable = 0
      }
    }
    result.unreadableAfter = unreadable
    result.records = recordBytes.count
  }
}

extension JSONError {
  /// The reason in words.
  fileprivate var reason: String {
    switch self {
    case .malformed(let reason): "not valid JSON: \(reason)"
    case .unusable(let reason): reason
    }
  }
}

extension RecordSlice.Problem {
  /// The problem as a decoder would tell it.
  fileprivate var error: JSONError {
    switch self {
    case .tooLarge: .unusable("the record is larger than \(Bounds.record >> 20) MiB")
    case .cutShort: .unusable("the record is cut short: the input ends inside it")
    case .unclosedArray: .unusable("the array of records is cut short: the input ends inside it")
    }
  }
}
