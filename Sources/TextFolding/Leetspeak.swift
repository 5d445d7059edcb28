/// Digits and signs that stand for letters: n1c3, w0rd, cl@ss, a$$et.
enum Leetspeak {
  /// The letter a digit or sign stands for, or 0.
  ///
  /// Some stand for two; `second` asks for the rarer one.
  @inline(__always)
  static func letter(_ byte: UInt8, second: Bool) -> UInt8 {
    switch byte {
    case UInt8(ascii: "0"): UInt8(ascii: "o")
    case UInt8(ascii: "1"), UInt8(ascii: "!"): UInt8(ascii: second ? "l" : "i")
    case UInt8(ascii: "|"): UInt8(ascii: second ? "i" : "l")
    case UInt8(ascii: "3"): UInt8(ascii: "e")
    case UInt8(ascii: "4"), UInt8(ascii: "@"): UInt8(ascii: "a")
    case UInt8(ascii: "5"), UInt8(ascii: "$"): UInt8(ascii: "s")
    case UInt8(ascii: "7"): UInt8(ascii: "t")
    case UInt8(ascii: "8"): UInt8(ascii: "b")
    case UInt8(ascii: "6"), UInt8(ascii: "9"): UInt8(ascii: "g")
    default: 0
    }
  }

  /// Whether a byte may be part of a word in leetspeak.
  @inline(__always)
  private static func isMember(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || letter(byte, second: false) != 0
  }

  /// Replaces the stand-ins in `text` and says whether there were any with two readings.
  static func undo(in text: inout MutableSpan<UInt8>, second: Bool) -> Bool {
    var ambiguous = false
    var index = 0
    while index < text.count {
      if isSpace(text[index]) {
        index += 1
        continue
      }
      let word = word(in: text.span, around: index)
      index = word.upperBound
      guard hasStandIn(word, in: text.span), !Addresses.contain(word, of: text.span) else {
        continue
      }
      var start = word.lowerBound
      while let segment = segment(in: text.span, from: start, to: word.upperBound) {
        start = segment.upperBound
        guard isLeet(segment, of: text.span) else { continue }
        for place in segment {
          let stand = letter(text[place], second: second)
          guard stand != 0 else { continue }
          if stand != letter(text[place], second: !second) { ambiguous = true }
          text[place] = stand
        }
      }
    }
    return ambiguous
  }

  /// Whether `word`, which is no address, has something to replace.
  static func occurs(in word: Range<Int>, of text: Span<UInt8>) -> Bool {
    var start = word.lowerBound
    while let segment = segment(in: text, from: start, to: word.upperBound) {
      if isLeet(segment, of: text) { return true }
      start = segment.upperBound
    }
    return false
  }

  private static func hasStandIn(_ word: Range<Int>, in text: Span<UInt8>) -> Bool {
    for index in word where letter(text[index], second: false) != 0 { return true }
    return false
  }

  /// The next run of letters, digits and stand-ins, without the punctuation at its ends.
  private static func segment(
    in text: Span<UInt8>, from start: Int, to end: Int
  ) -> Range<Int>? {
    var first = start
    while first < end, !isAlphanumeric(text[first]), text[first] != UInt8(ascii: "$") { first += 1 }
    guard first < end else { return nil }
    var last = first + 1
    while last < end, isMember(text[last]) { last += 1 }
    while last > first + 1, !isAlphanumeric(text[last - 1]), text[last - 1] != UInt8(ascii: "$") {
      last -= 1
    }
    return first..<last
  }

  /// Whether letters and stand-ins are mixed as no number, unit, model or formula mixes them.
  private static func isLeet(_ segment: Range<Int>, of text: Span<UInt8>) -> Bool {
    guard segment.count > 2, segment.count <= longestWord else { return false }
    var letters = 0
    var digits = 0
    var run = 0
    var mixes = false
    for index in segment {
      let byte = text[index]
      if isLetter(byte) {
        let startsSegment = index - run == segment.lowerBound
        if run > 0, startsSegment ? leads(run, at: index, of: segment, text) : run <= 3 {
          mixes = true
        }
        letters += 1
        run = 0
      } else {
        if isDigit(byte) { digits += 1 }
        // A 2 stands for no letter, and what it stands in is a number.
        run = letter(byte, second: false) == 0 ? longestWord : run + 1
      }
    }
    mixes = mixes || endsInDollars(segment, of: text)
    return mixes && digits <= letters && !isFormula(segment, of: text)
  }

  private static let longestWord = 24

  /// Whether `run` stand-ins may begin a word: one digit, or dollar signs, and three letters.
  private static func leads(
    _ run: Int, at index: Int, of segment: Range<Int>, _ text: Span<UInt8>
  ) -> Bool {
    guard index + 3 <= segment.upperBound else { return false }
    for place in index..<index + 3 where !isLetter(text[place]) { return false }
    if text[segment.lowerBound] == UInt8(ascii: "4"), isForPhrase(index, text) { return false }
    if run == 1 { return true }
    let dollar = UInt8(ascii: "$")
    return run == 2 && text[index - 1] == dollar && text[index - 2] == dollar
  }

  /// Whether one or two dollar signs end a word that is no currency: US$, A$, HK$.
  private static func endsInDollars(_ segment: Range<Int>, of text: Span<UInt8>) -> Bool {
    var end = segment.upperBound
    while end > segment.lowerBound, text[end - 1] == UInt8(ascii: "$") { end -= 1 }
    guard end > segment.lowerBound, isLetter(text[end - 1]) else { return false }
    guard segment.upperBound - end == 1 else { return segment.upperBound - end == 2 }
    return segment.count > 4 || (segment.lowerBound..<end).contains { !isUpper(text[$0]) }
  }

  /// 4ever, 4life: the 4 is a word.
  private static func isForPhrase(_ start: Int, _ text: Span<UInt8>) -> Bool {
    forPhrases.contains { phrase in
      phrase.utf8.enumerated().allSatisfy { offset, byte in
        start + offset < text.count && text[start + offset] | 0x20 == byte
      }
    }
  }

  private static let forPhrases = ["ever", "eva", "life", "real", "sale", "you", "the", "all"]

  /// Whether the segment reads as chemical elements with counts, as in CH3COOH.
  private static func isFormula(_ segment: Range<Int>, of text: Span<UInt8>) -> Bool {
    var index = segment.lowerBound
    while index < segment.upperBound {
      guard isUpper(text[index]) else { return false }
      let first = text[index]
      index += 1
      var symbol = UInt16(first) << 8
      if index < segment.upperBound, isLetter(text[index]), !isUpper(text[index]) {
        symbol |= UInt16(text[index])
        index += 1
      }
      guard elements.contains(symbol) else { return false }
      guard index < segment.upperBound, isDigit(text[index]) else { continue }
      // A count is never 0 or 1.
      guard text[index] > UInt8(ascii: "1") else { return false }
      while index < segment.upperBound, isDigit(text[index]) { index += 1 }
    }
    return true
  }

  /// Symbols of common elements, their first letter in the upper byte.
  private static let elements: [UInt16] = ["C", "H", "O", "N", "S", "Na", "Cl", "Ca", "Fe", "Mg"]
    .map { $0.utf8.reduce(0) { $0 << 8 | UInt16($1) } << ($0.utf8.count == 1 ? 8 : 0) }
}
