import Alongside
import ExportReading
import PatternEngine
import RulePacks
import TextFolding
import TimelineFormats
import TimelineModel

/// The way of a post, stage by stage, in seconds of one core; each stage runs over a chunk at a time.
struct Stages {
  var posts = 0
  var bytes = 0
  var read = 0.0
  var parse = 0.0
  var literal = 0.0
  var decode = 0.0
  var fold = 0.0
  var prefilter = 0.0
  var confirm = 0.0

  /// The least that any program would need: parsing, and one search for a literal.
  var limit: Double { parse + literal }

  /// Measures one export.
  init(of path: String, as format: any TimelineFormat.Type, _ rules: CompiledRules) throws {
    let reader = try ChunkReader(path: path)
    var chunk = Chunk()
    var parser = JSONParser()
    var matcher = try RuleMatcher(rules)
    var scratch = try PrefilterScratch(for: rules.prefilter)
    let needle = try LiteralPrefilter([Literal("zymurgy", caseless: true)])
    var needleScratch = try PrefilterScratch(for: needle)
    var writer = EntryWriter()
    var folder = Folder()
    var hits: [LiteralHit] = []
    var seen = SeenWords()
    var words = TextWords()
    var search = WordSearch()
    var results = BatchMatches()
    while true {
      var isFilled = false
      read += try processorTime { isFilled = try reader.fill(&chunk) }
      guard isFilled else { break }
      bytes += chunk.count
      parse += processorTime {
        chunk.forEachRecord { slice in
          _ = try? parser.withValue(in: chunk.bytes, slice.range) { $0.isObject }
        }
      }
      literal += try processorTime {
        hits.removeAll(keepingCapacity: true)
        try needleScratch.scan(chunk.bytes.span.extracting(0..<chunk.count), into: &hits)
      }
      writer.batch.removeAll()
      decode += processorTime {
        chunk.forEachRecord { slice in
          _ = try? parser.withValue(in: chunk.bytes, slice.range) { value throws(JSONError) in
            try format.decode(value, into: &writer)
          }
        }
      }
      posts += writer.batch.entries.count
      var folded = FoldedFields()
      fold += processorTime { Self.fold(writer.batch, &folder, into: &folded) }
      prefilter += try processorTime {
        if seen.isFull {
          seen.forget()
          scratch.forgetWords()
        }
        var marks = rules.noMarks
        for (text, ranges) in [
          (writer.batch.text, writer.batch.fields.map(\.range.indices)),
          (folded.text, folded.readings.map(\.range.indices)),
        ] {
          words.split(text.span, &seen)
          try scratch.begin(&search, in: text.span, words, rules.meaning)
          for range in ranges {
            _ = scratch.mark(range, of: text.span, words, &search, rules.meaning, in: &marks)
          }
        }
      }
      confirm += try processorTime { try matcher.match(writer.batch, folded, into: &results) }
    }
    // Decoding parses as well, and matching scans for literals.
    decode = max(decode - parse, 0)
    confirm = max(confirm - prefilter, 0)
  }

  private static func fold(
    _ batch: PostBatch, _ folder: inout Folder, into folded: inout FoldedFields
  ) {
    var readings: [FoldedReading] = []
    for (index, field) in batch.fields.enumerated() {
      readings.removeAll(keepingCapacity: true)
      folder.fold(
        batch.text.span, range: field.range.indices, into: &folded.text, readings: &readings)
      for reading in readings {
        folded.readings.append(
          FieldReading(
            range: ByteRange(start: reading.range.lowerBound, end: reading.range.upperBound),
            field: index, replacesPlain: reading.kind == .base))
      }
    }
  }
}
