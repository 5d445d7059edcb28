import TimelineModel

/// Cuts a field's text where what the rules found begins and ends.
struct EvidencePieces {
  let evidence: Evidence

  /// The text as it may be shown at once: own words in full, strangers' words masked; nil when none
  /// may be shown.
  func shown(_ field: Int, _ post: Int, of entry: Entry) -> [Incident.Piece]? {
    let text = entry.posts[post].fields[field].text
    if entry.posts[post].isOwn { return [Incident.Piece(text: text, isFound: false)] }
    guard evidence.options.text != .none else { return nil }
    let spans = Evidence.spans(field, post, entry)
    return Self.cut(Evidence.masked(text, spans), like: text, at: spans)
  }

  /// The text as its author wrote it, where the report may hold it and masking hides some of it.
  func revealed(_ field: Int, _ post: Int, of entry: Entry) -> [Incident.Piece]? {
    let spans = Evidence.spans(field, post, entry)
    guard evidence.options.text == .full, !entry.posts[post].isOwn, !spans.isEmpty else {
      return nil
    }
    let text = entry.posts[post].fields[field].text
    return Self.cut(text, like: text, at: spans)
  }

  /// Cuts `text` where the spans of `original` lie; both have the same number of characters.
  static func cut(
    _ text: String, like original: String, at spans: [Range<Int>]
  ) -> [Incident.Piece] {
    var pieces: [Incident.Piece] = []
    var offset = 0
    for (shown, character) in zip(text, original) {
      let end = offset + character.utf8.count
      let isFound = spans.contains { $0.lowerBound < end && offset < $0.upperBound }
      offset = end
      if let last = pieces.last, last.isFound == isFound {
        pieces[pieces.count - 1].text.append(shown)
      } else {
        pieces.append(Incident.Piece(text: String(shown), isFound: isFound))
      }
    }
    return pieces
  }
}
