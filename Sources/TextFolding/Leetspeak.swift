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
    var mixes = endsInDollars(segment, of: text) || endsInLetter(segment, of: text)
    var index = segment.lowerBound
    while index < segment.upperBound {
      let start = index
      while index < segment.upperBound, isLetter(text[index]) { index += 1 }
      letters += index - start
      let run = index
      while index < segment.upperBound, !isLetter(text[index]) {
        digits += isDigit(text[index]) ? 1 : 0
        index += 1
      }
      guard !mixes, run < index, index < segment.upperBound else { continue }
      let after = lettersAhead(in: text, from: index, to: segment.upperBound)
      mixes =
        run == segment.lowerBound
        ? leads(run..<index, before: after, of: text)
        : joins(run..<index, between: run - start, and: after, of: text)
    }
    return mixes && digits <= letters && !isFormula(segment, of: text)
  }

  private static let longestWord = 24

  /// How many letters, up to four, stand at `start`.
  private static func lettersAhead(in text: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var index = start
    while index < min(end, start + 4), isLetter(text[index]) { index += 1 }
    return index - start
  }

  /// Whether `run` may begin a word: one digit, or one or two dollar signs, before three letters.
  private static func leads(
    _ run: Range<Int>, before after: Int, of text: Span<UInt8>
  ) -> Bool {
    guard after > 2, run.count < 3, letter(text[run.lowerBound], second: false) != 0 else {
      return false
    }
    if run.count == 2 {
      return run.allSatisfy { text[$0] == UInt8(ascii: "$") }
    }
    guard isDigit(text[run.lowerBound]) else { return true }
    let isFour = text[run.lowerBound] == UInt8(ascii: "4")
    return !starts(with: counted, at: run.upperBound, text)
      && !(isFour && starts(with: forWhom, at: run.upperBound, text))
  }

  /// Whether `run` may stand for letters between `before` and `after` letters.
  private static func joins(
    _ run: Range<Int>, between before: Int, and after: Int, of text: Span<UInt8>
  ) -> Bool {
    guard run.count < 4 else { return false }
    // A 2 stands for no letter, and what it stands in is a number.
    for index in run where letter(text[index], second: false) == 0 { return false }
    switch text[run.lowerBound] {
    case UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: "@"):
      // Between longer words it separates them: home!Now, news|sport.
      return run.count == 1 && (before < 4 || after < 3)
    case UInt8(ascii: "4"):
      return before < 4 || after < 4
    default: return true
    }
  }

  /// Whether one digit ends a word of three letters and more: sal7, but not mp3 and covid19.
  private static func endsInLetter(_ segment: Range<Int>, of text: Span<UInt8>) -> Bool {
    let last = segment.upperBound - 1
    guard segment.count > 3, "01357".utf8.contains(text[last]) else { return false }
    return (last - 3..<last).allSatisfy { isLetter(text[$0]) }
  }

  private static func starts(
    with beginnings: [StaticString], at start: Int, _ text: Span<UInt8>
  ) -> Bool {
    beginnings.contains { beginning in
      guard start + beginning.utf8CodeUnitCount <= text.count else { return false }
      return beginning.withUTF8Buffer { letters in
        letters.indices.allSatisfy { unsafe text[start + $0] | 0x20 == letters[$0] }
      }
    }
  }

  /// What a number counts or ranks: 3rd, 5years, 4chan.
  private static let counted: [StaticString] = [
    "chan", "day", "hour", "hrs", "ins", "mil", "min", "month", "more", "mths", "pack", "people",
    "point", "rd", "sec", "some", "st", "star", "th", "time", "way", "week", "year", "yrs",
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  /// What a 4 is for: 4ever, 4life.
  private static let forWhom: [StaticString] = [
    "all", "eva", "ever", "get", "give", "life", "real", "sale", "the", "you",
  ]

  /// Whether one or two dollar signs end a word that is no currency: US$, A$, HK$.
  private static func endsInDollars(_ segment: Range<Int>, of text: Span<UInt8>) -> Bool {
    var end = segment.upperBound
    while end > segment.lowerBound, text[end - 1] == UInt8(ascii: "$") { end -= 1 }
    guard end > segment.lowerBound, isLetter(text[end - 1]) else { return false }
    guard segment.upperBound - end == 1 else { return segment.upperBound - end == 2 }
    return segment.count > 4 || (segment.lowerBound..<end).contains { !isUpper(text[$0]) }
  }

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
