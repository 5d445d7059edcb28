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
  /// Where each record of the part starts in the unpacked input.
  private var recordBytes: [Int] = []

  init(_ plan: ScanPlan) throws(PrefilterError) {
    self.plan = plan
    accounts = OwnAccounts(plan.organisation)
    classifier = try BatchClassifier(plan.rules)
  }

  /// Makes of a chunk what the windows and counters need, in parts of about as much text: what rules
  /// need for a text takes many times its memory.
  mutating func scan(
    _ chunk: Chunk, as format: any TimelineFormat.Type
  ) throws(PrefilterError) -> [ScannedPart] {
    var parts: [ScannedPart] = []
    var part = begin()
    try chunk.forEachRecord { slice throws(PrefilterError) in
      decode(slice, of: chunk, as: format, into: &part)
      if writer.batch.text.count >= Self.partText {
        try finish(&part)
        parts.append(part)
        part = begin()
      }
    }
    try finish(&part)
    parts.append(part)
    return parts
  }

  /// How much text makes a part, in bytes.
  private static let partText = 1 << 19

  private mutating func begin() -> ScannedPart {
    writer.batch.removeAll()
    recordBytes.removeAll(keepingCapacity: true)
    return ScannedPart()
  }

  private mutating func finish(_ part: inout ScannedPart) throws(PrefilterError) {
    part.records = recordBytes.count
    try classifier.classify(writer.batch)
    let summary = PartSummary(plan: plan, accounts: accounts)
    summary.summarise(writer.batch, &classifier, recordBytes, into: &part)
  }

  private mutating func decode(
    _ slice: RecordSlice, of chunk: Chunk, as format: any TimelineFormat.Type,
    into part: inout ScannedPart
  ) {
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
      part.problems.append(
        RecordProblem(record: writer.record, byte: byte, reason: error.reason))
      part.unreadableAfter += 1
    }
    if part.unreadableAfter > 0, writer.batch.entries.count > firstEntry {
      writer.batch.entries[firstEntry].unreadableBefore = UInt8(clamping: part.unreadableAfter)
      part.unreadableAfter = 0
    }
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
