import ExportReading
import TimelineFormats
import TimelineModel

/// A file decoded the way the program does it: cut by `ChunkReader`, parsed, given to one format.
struct Decoding {
  /// What was written, every chunk of the file in one batch.
  var writer = EntryWriter()
  /// Records that could not be read, in order, as the dump shows them.
  var errors: [String] = []
  /// How many records there were, readable or not.
  var records = 0

  /// Decodes the file at `path` with one format.
  static func of(
    _ path: String, as format: any TimelineFormat.Type, chunkSize: Int = Bounds.chunk
  ) throws -> Decoding {
    var decoding = Decoding()
    try forEachRecord(path, chunkSize: chunkSize) { record, problem in
      decoding.writer.record = decoding.records
      decoding.records += 1
      if let record {
        do throws(JSONError) {
          try format.decode(record, into: &decoding.writer)
        } catch {
          decoding.errors.append("record \(decoding.records - 1): \(error)")
        }
      } else {
        decoding.errors.append("record \(decoding.records - 1): \(problem)")
      }
    }
    return decoding
  }

  /// What one format writes for one record, errors aside.
  static func batch(of record: JSONValue, as format: any TimelineFormat.Type) -> PostBatch {
    var writer = EntryWriter()
    do throws(JSONError) {
      try format.decode(record, into: &writer)
    } catch {}
    return writer.batch
  }

  /// Lends each record of a file in order, or what is wrong with it.
  static func forEachRecord(
    _ path: String, chunkSize: Int = Bounds.chunk,
    _ body: (JSONValue?, _ problem: String) throws -> Void
  ) throws {
    let reader = try ChunkReader(path: path, chunkSize: chunkSize)
    var chunk = Chunk()
    var parser = JSONParser()
    while try reader.fill(&chunk) {
      try chunk.forEachRecord { slice in
        if let problem = slice.problem {
          try body(nil, "\(problem)")
          return
        }
        var failure: (any Error)?
        do throws(JSONError) {
          try parser.withValue(in: chunk.bytes, slice.range) { value throws(JSONError) in
            do {
              try body(value, "")
            } catch {
              failure = error
            }
          }
        } catch {
          try body(nil, "\(error)")
        }
        if let failure { throw failure }
      }
    }
  }
}
