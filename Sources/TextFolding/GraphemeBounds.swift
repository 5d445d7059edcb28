/// Moves offsets to boundaries of extended grapheme clusters.
package enum GraphemeBounds {
  /// The smallest range of whole grapheme clusters of `field` that holds `range`.
  package static func rounding(_ range: Range<Int>, outwardIn field: Span<UInt8>) -> Range<Int> {
    var bytes: [UInt8] = []
    for index in 0..<field.count { bytes.append(field[index]) }
    let text = String(decoding: bytes, as: UTF8.self)
    // A field that is not valid UTF-8 has been repaired, and its offsets are no longer these.
    guard text.utf8.count == field.count else { return range }
    var start = 0
    var lower = 0
    for character in text {
      let end = start + character.utf8.count
      if start <= range.lowerBound { lower = start }
      if end >= range.upperBound { return lower..<max(end, lower) }
      start = end
    }
    return lower..<field.count
  }
}
