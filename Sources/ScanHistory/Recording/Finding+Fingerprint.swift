import Digests
import TimelineModel

extension Finding {
  /// The same for the same rule on the same words of the same post, whenever it is found again; the
  /// words cannot be read from it.
  func fingerprint(in post: Post) -> String {
    var words: [UInt8] = []
    if let fieldIndex, post.fields.indices.contains(fieldIndex) {
      let text = Array(post.fields[fieldIndex].text.utf8)
      words = Array(text[span.clamped(to: text.indices)])
    }
    let named = [rule, post.platform.rawValue, post.id, field.name].joined(separator: "\u{0}")
    return String(SHA256Hasher.digest(of: Array(named.utf8) + [0] + words).prefix(16))
  }
}
