internal import CTextFolding

/// Tells at a glance most fields outside ASCII that fold to themselves.
///
/// Emoji, quotes, dashes and words in scripts of their own are no reason to fold; anything else needs
/// `BaseReading` to look closer.
struct Glance {
  /// What came last, as far as the next character depends on it.
  private enum Last {
    case sign, letterThatJoins, other
  }

  private var last = Last.other
  /// The scripts of the word so far, ASCII left aside, as a bit set of `Script` indices.
  private var scripts: UInt32 = 0
  private var looksLatin = true
  /// Whether the word has ASCII letters, too.
  private var isMixed = false
  /// Scripts with a word that cannot look Latin, and scripts with a word that can.
  private var real: UInt32 = 0
  private var doubtful: UInt32 = 0

  /// Whether it is certain that a rule sees no difference between `field` and its base reading.
  static func finishes(_ field: Span<UInt8>) -> Bool {
    var glance = Glance()
    var index = 0
    while index < field.count {
      guard let next = glance.pass(index, of: field) else { return false }
      index = next
    }
    return glance.endsWord() && glance.doubtful & ~glance.real == 0
  }

  /// Passes the ASCII or the scalar at `index`; nil when it needs a closer look.
  @inline(__always)
  private mutating func pass(_ index: Int, of field: Span<UInt8>) -> Int? {
    let byte = field[index]
    guard byte < 0x80 else { return passForeign(index, of: field) }
    last = .other
    if scripts == 0 {
      let end = index + plainPrefix(of: field, from: index)
      noteLatin(before: end, from: index, of: field)
      return end == index ? nil : end
    }
    if isSpace(byte) { return endsWord() ? index + 1 : nil }
    isMixed = isMixed || isLetter(byte)
    return isControl(byte) ? nil : index + 1
  }

  /// Notes whether the word that goes on at `end` has letters in the ASCII from `start` on.
  @inline(__always)
  private mutating func noteLatin(before end: Int, from start: Int, of field: Span<UInt8>) {
    var index = end
    var hasLetter = false
    while index > start, !isSpace(field[index - 1]) {
      index -= 1
      hasLetter = hasLetter || isLetter(field[index])
    }
    isMixed = hasLetter || index == start && isMixed
  }

  @inline(__always)
  private mutating func passForeign(_ index: Int, of field: Span<UInt8>) -> Int? {
    let (value, length) = scalar(in: field, at: index)
    let place = index..<index + length
    let entry = FoldEntry(of: value)
    switch entry.kind {
    case .inert:
      last = .sign
    case .joiner:
      let joins = last == .letterThatJoins && isZeroWidthJoiner(value)
      guard last == .sign || joins else { return nil }
    case .typographic:
      if isInWord(place, of: field) || entry.isSpace && !endsWord() { return nil }
      last = .other
    case .letter:
      let letter = entry.letter
      if letter.script == Script.sign {
        if isInWord(place, of: field) { return nil }
        last = .sign
        break
      }
      guard letter.script != Script.latin, !letter.isStyled else { return nil }
      scripts |= 1 << UInt32(letter.script)
      looksLatin = looksLatin && letter.latin != 0
      last = Script.usesJoiners(letter.script) ? .letterThatJoins : .other
    case .mark, .ascii, .string, .regional:
      return nil
    }
    return place.upperBound
  }

  /// Ends a word; false when it might read as Latin.
  @inline(__always)
  private mutating func endsWord() -> Bool {
    if looksLatin {
      if isMixed && scripts != 0 || scripts.nonzeroBitCount > 1 { return false }
      doubtful |= scripts
    } else {
      real |= scripts
    }
    (scripts, looksLatin, isMixed) = (0, true, false)
    return true
  }

  /// Whether letters, or what may become letters, stand on both sides.
  @inline(__always)
  private func isInWord(_ place: Range<Int>, of field: Span<UInt8>) -> Bool {
    guard place.lowerBound > 0, place.upperBound < field.count else { return false }
    let before = field[place.lowerBound - 1]
    let after = field[place.upperBound]
    return (isLetter(before) || before >= 0x80)
      && (isLetter(after) || after >= 0x80 || isControl(after))
  }
}
