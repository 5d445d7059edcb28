@testable import PatternEngine

/// What a literal means, by trying it at every place of a text.
enum NaiveSearch {
  /// Where the occurrences of `literal` end.
  static func ends(of literal: Literal, in text: [UInt8]) -> [Int] {
    let first = literal.bytes[0]
    return (0...text.count).compactMap { start in
      // What differs in its first byte need not be looked at more closely.
      if first < 0x80, start < text.count, text[start] | 0x20 != first | 0x20 { return nil }
      return end(of: literal.bytes[...], caseless: literal.isCaseless, in: text, from: start)
    }
  }

  private static func end(
    of elements: ArraySlice<UInt8>, caseless: Bool, in text: [UInt8], from start: Int
  ) -> Int? {
    var place = start
    for element in elements {
      if element == Literal.Code.boundary {
        if place > 0, place < text.count, isWord(text[place - 1]), isWord(text[place]) {
          return nil
        }
        continue
      }
      guard place < text.count else { return nil }
      let byte = text[place]
      place += 1
      guard element >= Literal.Code.anyCharacter else {
        let isSame =
          element == byte || (caseless && (0x41...0x5A).contains(byte) && element == byte + 32)
        guard isSame else { return nil }
        continue
      }
      // A code is one character, which must not be entered in the middle.
      guard byte & 0xC0 != 0x80, byte >= 0x80 || isMember(byte, of: element) else { return nil }
      while place < text.count && text[place] & 0xC0 == 0x80 { place += 1 }
    }
    return place
  }

  private static func isMember(_ byte: UInt8, of kind: UInt8) -> Bool {
    let isSpace = [9, 10, 11, 12, 13, 32].contains(byte)
    return switch kind {
    case Literal.Code.anyCharacter: true
    case Literal.Code.nonWord: !isWord(byte)
    case Literal.Code.word: isWord(byte)
    case Literal.Code.symbol: !isWord(byte) && !isSpace
    case Literal.Code.space: isSpace
    case Literal.Code.digit: (48...57).contains(byte)
    default: false
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }
}
