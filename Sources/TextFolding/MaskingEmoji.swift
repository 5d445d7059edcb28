/// One emoji in the place of a letter: w🌟rd.
///
/// It says as little as an asterisk and becomes one.
enum MaskingEmoji {
  /// Puts an asterisk for each masking emoji in `reading`.
  static func undo(in reading: inout ReadingBuffer) {
    var target = 0
    var index = 0
    while index < reading.bytes.count {
      let end = maskEnd(at: index, in: reading.bytes.span)
      reading.move(index, to: target)
      if let end {
        reading.bytes[target] = UInt8(ascii: "*")
        reading.extend(target, over: end - 1)
      }
      target += 1
      index = end ?? index + 1
    }
    reading.truncate(to: target)
  }

  /// Whether `word`, which is no address, has a masking emoji.
  static func occurs(in word: Range<Int>, of text: Span<UInt8>) -> Bool {
    for index in word where maskEnd(at: index, in: text) != nil { return true }
    return false
  }

  /// The end of the emoji at `index`, if it is one and stands for a letter.
  ///
  /// Between longer words an emoji separates them: hello👋there.
  private static func maskEnd(at index: Int, in text: Span<UInt8>) -> Int? {
    guard text[index] >= 0xE2, index > 0, isLetter(text[index - 1]) else { return nil }
    let (value, length) = scalar(in: text, at: index)
    guard isEmoji(value) else { return nil }
    var end = index + length
    while end < text.count, text[end] >= 0x80 {
      let (value, length) = scalar(in: text, at: end)
      guard FoldEntry(of: value).kind == .joiner || isSkinTone(value) else { return nil }
      end += length
    }
    guard end - index <= longest else { return nil }
    var before = 0
    while before < 4, before < index, isLetter(text[index - before - 1]) { before += 1 }
    var after = 0
    while after < 3, end + after < text.count, isLetter(text[end + after]) { after += 1 }
    return after > 0 && (before < 4 || after < 3) ? end : nil
  }

  /// The scan for triggers looks no further from one letter to the next.
  private static let longest = 9

  /// Whether a scalar lies in a block of pictographs.
  private static func isEmoji(_ scalar: UInt32) -> Bool {
    let inBlock =
      0x2600...0x27BF ~= scalar || 0x2B00...0x2BFF ~= scalar || 0x1F000...0x1FAFF ~= scalar
    return inBlock && FoldEntry(of: scalar).kind == .inert
  }

  private static func isSkinTone(_ scalar: UInt32) -> Bool { 0x1F3FB...0x1F3FF ~= scalar }
}
