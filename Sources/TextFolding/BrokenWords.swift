/// Words broken by a sign between their letters: wo.rd.s, w-ord, wor_d.
///
/// Where every letter stands alone, `SpacedLetters` decides.
enum BrokenWords {
  /// The core of `word`, which is no address, and the sign that breaks it, if it is broken.
  static func broken(_ word: Range<Int>, of text: Span<UInt8>) -> (core: Range<Int>, sign: UInt8)? {
    var core = word
    while !core.isEmpty, !isAlphanumeric(text[core.lowerBound]) { core.removeFirst() }
    while !core.isEmpty, !isAlphanumeric(text[core.upperBound - 1]) { core.removeLast() }
    guard core.count > 4, core.count <= longest else { return nil }
    var sign: UInt8 = 0
    var letters = 0
    var fragments = 1
    var longestFragment = 0
    var start = core.lowerBound
    for index in core {
      let byte = text[index]
      if isAlphanumeric(byte) {
        letters += isLetter(byte) ? 1 : 0
        longestFragment = max(longestFragment, index - start + 1)
        continue
      }
      guard sign == 0 || sign == byte, index > start else { return nil }
      sign = byte
      fragments += 1
      start = index + 1
    }
    guard fragments > 1, letters > 3, letters * 2 > core.count - fragments + 1 else { return nil }
    let breaks =
      fragments > 2
      ? longestFragment == 2 && ".-_~*^=\\|`\";,+/:".utf8.contains(sign)
      : splitsOffOneLetter(core, at: sign, in: text)
    return breaks ? (core, sign) : nil
  }

  private static let longest = 32

  /// Whether one letter is split off at the front or the end, and not as in e-mail or J.Smith.
  private static func splitsOffOneLetter(
    _ core: Range<Int>, at sign: UInt8, in text: Span<UInt8>
  ) -> Bool {
    let first = text[core.lowerBound]
    if text[core.lowerBound + 1] == sign, isLetter(first) {
      if isUpper(first), isUpper(text[core.lowerBound + 2]), sign != UInt8(ascii: "-") {
        return false
      }
      return sign == UInt8(ascii: "-")
        ? "bcdfknprsw".utf8.contains(first | 0x20) : "._~*^=|".utf8.contains(sign)
    }
    let last = text[core.upperBound - 1]
    return text[core.upperBound - 2] == sign && isLetter(last) && !isUpper(last)
      && "._~^=|".utf8.contains(sign)
  }

  /// Joins broken words in `reading`.
  static func undo(in reading: inout ReadingBuffer) {
    var target = 0
    var index = 0
    while index < reading.bytes.count {
      var end = index + 1
      var sign: UInt8 = 0
      if !isSpace(reading.bytes[index]) {
        // What stands before is done with: bytes have moved there, and after a core comes its tail.
        let word = index..<word(in: reading.bytes.span, around: index).upperBound
        end = word.upperBound
        if let broken = broken(word, of: reading.bytes.span),
          !Addresses.contain(word, of: reading.bytes.span)
        {
          sign = broken.sign
          for outer in word.lowerBound..<broken.core.lowerBound {
            reading.move(outer, to: target)
            target += 1
          }
          index = broken.core.lowerBound
          end = broken.core.upperBound
        }
      }
      for place in index..<end where sign == 0 || reading.bytes[place] != sign {
        reading.move(place, to: target)
        target += 1
      }
      index = end
    }
    reading.truncate(to: target)
  }
}
