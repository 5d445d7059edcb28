/// Letters set apart: w o r d, w.o.r.d, w*o*r*d, #w#o#r#d.
struct SpacedLetters {
  /// Where the letters stand.
  private(set) var range: Range<Int>
  /// The bytes between two letters.
  private(set) var separator: Range<Int>
  private(set) var count: Int

  /// The letters set apart from `start` on, if there are three or more and they spell something.
  init?(at start: Int, in text: Span<UInt8>) {
    guard isLetter(text[start]) || isDigit(text[start]), Self.startsWord(start, in: text) else {
      return nil
    }
    guard let separator = Self.separator(after: start, in: text) else { return nil }
    var last = start
    var count = 1
    while let next = Self.member(after: last, separator, in: text, allowsSigns: count > 2) {
      last = next
      count += 1
    }
    guard count > 2 else { return nil }
    (self.range, self.separator, self.count) = (start..<last + 1, separator, count)
    guard spells(in: text), !isInAddress(in: text) else { return nil }
  }

  /// How the letters read, where one at an end may be a word: "I h a t e", "w o m a n I".
  private enum Shape {
    case oneWord, wordBefore, wordBehind
  }

  /// The shape to read first, and another if there is one.
  private func shapes(in text: Span<UInt8>) -> (first: Shape, second: Shape?) {
    guard count > 3, separator.count == 1, text[separator.lowerBound] == UInt8(ascii: " ") else {
      return (.oneWord, nil)
    }
    let last = text[range.upperBound - 1]
    if last == UInt8(ascii: "I"), !isUpper(text[range.upperBound - 3]) { return (.wordBehind, nil) }
    if Self.mayBeWord(text[range.lowerBound]) { return (.oneWord, .wordBefore) }
    return (.oneWord, Self.mayBeWord(last) ? .wordBehind : nil)
  }

  private static func mayBeWord(_ byte: UInt8) -> Bool {
    switch byte | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"),
      UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// Not inside a word, and not the t of "don't".
  private static func startsWord(_ index: Int, in text: Span<UInt8>) -> Bool {
    guard index > 0 else { return true }
    let before = text[index - 1]
    if before == UInt8(ascii: "'"), index > 1, isLetter(text[index - 2]) { return false }
    return !isWordByte(before, at: index - 1, in: text)
  }

  private static func endsWord(_ index: Int, in text: Span<UInt8>) -> Bool {
    guard index < text.count else { return true }
    if text[index] == UInt8(ascii: "'"), index + 1 < text.count, isLetter(text[index + 1]) {
      return false
    }
    return !isWordByte(text[index], at: index, in: text)
  }

  /// Whether a byte belongs to a letter or number, of any script.
  private static func isWordByte(_ byte: UInt8, at index: Int, in text: Span<UInt8>) -> Bool {
    if byte < 0x80 { return isSingle(byte) }
    var start = index
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return FoldEntry(of: scalar(in: text, at: start).value).kind == .letter
  }

  /// What the scan for triggers takes for a single character.
  private static func isSingle(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || byte == UInt8(ascii: "$")
  }

  /// The bytes from the letter at `index` to the next: 1, 2, 3, 4 or 6, as the scan looks for.
  private static func separator(after index: Int, in text: Span<UInt8>) -> Range<Int>? {
    var end = index + 1
    while end < text.count, end - index <= 7, !isSingle(text[end]) {
      if text[end] >= 0x80, isWordByte(text[end], at: end, in: text) { return nil }
      if text[end] == UInt8(ascii: "&") || text[end] == UInt8(ascii: "'") { return nil }
      end += 1
    }
    let length = end - index - 1
    guard end < text.count, length > 0, length < 7, length != 5 else { return nil }
    return index + 1..<end
  }

  /// The next single letter, digit or, once it is clear what goes on, sign behind an equal separator.
  private static func member(
    after last: Int, _ separator: Range<Int>, in text: Span<UInt8>, allowsSigns: Bool
  ) -> Int? {
    let next = last + 1 + separator.count
    guard next < text.count else { return nil }
    for offset in 0..<separator.count
    where text[last + 1 + offset] != text[separator.lowerBound + offset] {
      return nil
    }
    let byte = text[next]
    guard
      isSingle(byte) || allowsSigns && Leetspeak.letter(byte, second: false) != 0
    else { return nil }
    return endsWord(next + 1, in: text) ? next : nil
  }

  private func isInAddress(in text: Span<UInt8>) -> Bool {
    for index in separator where text[index] == UInt8(ascii: "@") { return true }
    for index in separator where isSpace(text[index]) { return false }
    return Addresses.contain(word(in: text, around: range.lowerBound), of: text)
  }

  private func spells(in text: Span<UInt8>) -> Bool {
    var letters = 0
    var capitals = 0
    var sameAsBefore = 0
    var nextInAlphabet = 0
    var before: UInt8 = 0
    for index in stride(from: range.lowerBound, to: range.upperBound, by: separator.count + 1) {
      let letter = text[index] | 0x20
      if isLetter(text[index]) { letters += 1 }
      if isUpper(text[index]) { capitals += 1 }
      if letter == before { sameAsBefore += 1 }
      if letter == before + 1 { nextInAlphabet += 1 }
      before = letter
    }
    // Kisses and laughs; the alphabet; numbers.
    guard sameAsBefore < count - 1, nextInAlphabet < count - 1, letters * 2 > count else {
      return false
    }
    guard capitals == count else { return true }
    // Initials (J. R. R.), lists (A, C, E), abbreviations (U.S.A.).
    let first = text[separator.lowerBound]
    if separator.count > 1, first == UInt8(ascii: ".") || first == UInt8(ascii: ",") {
      return false
    }
    let endsInDot = range.upperBound < text.count && text[range.upperBound] == UInt8(ascii: ".")
    return !(first == UInt8(ascii: ".") && endsInDot && count < 6)
  }

  /// Joins letters set apart in `reading` and says whether there were any with two readings.
  static func undo(in reading: inout ReadingBuffer, second: Bool) -> Bool {
    var ambiguous = false
    var target = 0
    var index = 0
    while index < reading.bytes.count {
      guard let letters = SpacedLetters(at: index, in: reading.bytes.span) else {
        reading.move(index, to: target)
        target += 1
        index += 1
        continue
      }
      let shapes = letters.shapes(in: reading.bytes.span)
      ambiguous = ambiguous || shapes.second != nil
      letters.join(in: &reading, to: &target, second ? shapes.second ?? shapes.first : shapes.first)
      index = letters.range.upperBound
    }
    reading.truncate(to: target)
    return ambiguous
  }

  private func join(in reading: inout ReadingBuffer, to target: inout Int, _ shape: Shape) {
    let step = separator.count + 1
    let lastButOne = range.upperBound - 1 - step
    for letter in stride(from: range.lowerBound, to: range.upperBound, by: step) {
      let isWordEnd =
        shape == .wordBefore && letter == range.lowerBound
        || shape == .wordBehind && letter == lastButOne
      for offset in 0..<(isWordEnd ? step : 1) {
        reading.move(letter + offset, to: target)
        target += 1
      }
    }
  }
}
