/// The sizes beyond which an input is refused, so that no export can exhaust memory.
package enum Bounds {
  /// Bytes of one record: a post, or one page of an API's answer.
  package static let record = 16 << 20
  /// Bytes read at a time, at first.
  package static let chunk = 1 << 19
  /// How many times as many may be read at a time later, where a chunk holds few records.
  package static let chunkGrowth = 16
  /// Records that a chunk should hold: rules are tried one by one on all posts of a chunk.
  package static let chunkRecords = 2_000
  /// Times that a compressed export may grow.
  package static let expansion = 1000
  /// Members of one archive.
  package static let members = 1 << 20
}
