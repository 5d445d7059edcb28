/// The sizes beyond which an input is refused, so that no export can exhaust memory.
package enum Bounds {
  /// Bytes of one record: a post, or one page of an API's answer.
  package static let record = 16 << 20
  /// Bytes read at a time.
  package static let chunk = 1 << 20
  /// Times that a compressed export may grow.
  package static let expansion = 1000
  /// Members of one archive.
  package static let members = 1 << 20
}
