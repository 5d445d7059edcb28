/// Widens byte ranges to whole characters as a reader sees them.
enum GraphemeBounds {
  /// The smallest range of whole grapheme clusters that holds `span` of the text `bytes[range]`.
  static func widened(_ span: Range<Int>, in bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let text = String(decoding: bytes[range], as: UTF8.self)
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: min(span.lowerBound, utf8.count))
    let end = utf8.index(utf8.startIndex, offsetBy: min(span.upperBound, utf8.count))
    // `index(before:)` and `index(after:)` of a character view round to its boundaries.
    let first = text.rangeOfCharacter(around: start).lowerBound
    let last =
      end > start ? text.rangeOfCharacter(around: utf8.index(before: end)).upperBound : first
    return utf8.distance(
      from: utf8.startIndex, to: first)..<utf8.distance(from: utf8.startIndex, to: max(first, last))
  }
}

extension String {
  /// The character that a position lies in; empty at the end.
  fileprivate func rangeOfCharacter(around position: Index) -> Range<Index> {
    guard position < endIndex else { return endIndex..<endIndex }
    var start = position.samePosition(in: self)
    var candidate = position
    while start == nil, candidate > startIndex {
      candidate = utf8.index(before: candidate)
      start = candidate.samePosition(in: self)
    }
    let first = start ?? startIndex
    return first..<index(after: first)
  }
}
