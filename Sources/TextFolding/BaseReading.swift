internal import CTextFolding

/// Makes the base reading of a field, or only finds out whether it would differ from the field.
struct BaseReading {
  /// Whether a rule could see a difference to the plain text, letter case left aside.
  private var differs = false
  private var mixture = ScriptMixture()
  /// Scripts whose words are read as Latin.
  private let suspects: UInt32
  /// Whether this only looks: nothing is put out, and the first difference ends it.
  private let looksOnly: Bool
  private let recordsOrigins: Bool
  private var origins: [Origin] = []

  private var last = Last.nothing
  private var wordEnd = 0
  private var wordReadsAsLatin = false
  private var regionalEnd = 0
  private var regionalsAreLetters = false

  /// What was put out last.
  private enum Last {
    case nothing
    case ascii(UInt8)
    case letter(script: UInt8)
    case sign

    var isLetter: Bool {
      switch self {
      case .ascii(let byte): TextFolding.isLetter(byte)
      case .letter: true
      case .nothing, .sign: false
      }
    }

    var isLatin: Bool {
      switch self {
      case .ascii(let byte): TextFolding.isLetter(byte)
      case .letter(let script): script == Script.latin
      case .nothing, .sign: false
      }
    }
  }

  private init(suspects: UInt32, looksOnly: Bool = false, recordsOrigins: Bool = false) {
    self.suspects = suspects
    self.looksOnly = looksOnly
    self.recordsOrigins = recordsOrigins
  }

  /// Whether the base reading of `field` differs from it in more than a rule disregards.
  ///
  /// That is letter case, and quotes, dashes and spaces outside Latin words.
  static func differs(from field: Span<UInt8>) -> Bool {
    // No array: of an empty one, all workers would write the count that they share.
    var nothing = OutputSpan<UInt8>()
    var look = BaseReading(suspects: 0, looksOnly: true)
    look.fold(field, into: &nothing)
    return look.differs || look.suspects(in: field) != 0
  }

  /// Folds `field` into `reading`.
  static func fold(_ field: Span<UInt8>, into reading: inout ReadingBuffer) {
    var base = BaseReading(suspects: 0, recordsOrigins: reading.recordsOrigins)
    base.write(field, into: &reading)
    let suspects = base.suspects(in: reading.bytes.span)
    guard suspects != 0 else { return }
    base = BaseReading(suspects: suspects, recordsOrigins: reading.recordsOrigins)
    base.write(field, into: &reading)
  }

  /// Scripts whose every word only looks Latin, in a text that has Latin letters.
  private func suspects(in text: Span<UInt8>) -> UInt32 {
    guard mixture.suspects != 0 else { return 0 }
    for index in 0..<text.count where isLetter(text[index]) { return mixture.suspects }
    return 0
  }

  private mutating func write(_ field: Span<UInt8>, into reading: inout ReadingBuffer) {
    reading.removeAll()
    // Of an array without memory, all workers would write the count that they share.
    guard !field.isEmpty else { return }
    swap(&origins, &reading.origins)
    // No scalar becomes more than four times as long; the generator of the tables checks that.
    reading.bytes.append(addingCapacity: 4 * field.count) { fold(field, into: &$0) }
    swap(&origins, &reading.origins)
  }

  private mutating func fold(_ field: Span<UInt8>, into output: inout OutputSpan<UInt8>) {
    var index = 0
    while index < field.count {
      let plain = index..<index + plainPrefix(of: field, from: index)
      if !plain.isEmpty {
        copyPlain(plain, of: field, into: &output)
        index = plain.upperBound
        if index == field.count { return }
      }
      let (value, length) = scalar(in: field, at: index)
      fold(value, at: index..<index + length, of: field, into: &output)
      if looksOnly, differs { return }
      index += length
    }
  }

  @inline(__always)
  private mutating func fold(
    _ value: UInt32, at source: Range<Int>, of field: Span<UInt8>,
    into output: inout OutputSpan<UInt8>
  ) {
    // Only control characters are left of ASCII here.
    guard value >= 0x80 else {
      differs = true
      return
    }
    let entry = FoldEntry(of: value)
    switch entry.kind {
    case .inert:
      copySign(source, of: field, into: &output)
    case .mark:
      differs = true
    case .joiner:
      foldJoiner(value, at: source, of: field, into: &output)
    case .ascii:
      putLatin(entry.byte, from: source, into: &output)
    case .string:
      differs = true
      entry.eachByte { put($0, from: source, into: &output) }
      last = .letter(script: Script.latin)
    case .typographic:
      // In a Latin word a rule may look for it (don’t); elsewhere it rides along.
      if last.isLatin, Lookahead.nextIsLetter(from: source.upperBound, of: field) { differs = true }
      entry.eachByte {
        put($0, from: source, into: &output)
        last = .ascii($0)
      }
    case .letter:
      foldLetter(entry.letter, at: source, of: field, into: &output)
    case .regional:
      foldRegional(entry.byte, at: source, of: field, into: &output)
    }
  }

  /// Variation selectors and joiners are part of an emoji, and spelling in some scripts.
  private mutating func foldJoiner(
    _ value: UInt32, at source: Range<Int>, of field: Span<UInt8>,
    into output: inout OutputSpan<UInt8>
  ) {
    switch last {
    case .sign:
      copy(source, of: field, into: &output)
    case .letter(let script) where isZeroWidthJoiner(value) && Script.usesJoiners(script):
      copy(source, of: field, into: &output)
    default:
      if last.isLetter || Lookahead.nextIsLetter(from: source.upperBound, of: field) {
        differs = true
      }
    }
  }

  private mutating func foldLetter(
    _ letter: alongside_letter, at source: Range<Int>, of field: Span<UInt8>,
    into output: inout OutputSpan<UInt8>
  ) {
    if letter.script == Script.sign {
      if last.isLetter, Lookahead.nextIsLetter(from: source.upperBound, of: field) {
        putLatin(letter.latin, from: source, into: &output)
      } else {
        copySign(source, of: field, into: &output)
      }
      return
    }
    if source.lowerBound >= wordEnd {
      let start = Lookahead.startOfWord(before: source.lowerBound, in: field)
      (wordReadsAsLatin, wordEnd) = mixture.readsAsLatin(
        wordAt: start, of: field, suspects: suspects)
    }
    if wordReadsAsLatin, letter.latin != 0 {
      putLatin(letter.latin, from: source, into: &output)
      return
    }
    if letter.isStyled { differs = true }
    if letter.lower == 0 {
      copy(source, of: field, into: &output)
    } else {
      putLower(letter.lower, from: source, into: &output)
    }
    last = .letter(script: letter.script)
  }

  /// A pair of regional indicators is a flag; alone, in longer runs and inside words they spell.
  private mutating func foldRegional(
    _ byte: UInt8, at source: Range<Int>, of field: Span<UInt8>,
    into output: inout OutputSpan<UInt8>
  ) {
    if source.lowerBound >= regionalEnd {
      let run = Lookahead.regionals(from: source.lowerBound, of: field)
      regionalEnd = run.end
      regionalsAreLetters =
        run.count != 2 || last.isLatin && Lookahead.nextIsLetter(from: run.end, of: field)
    }
    if regionalsAreLetters {
      putLatin(byte, from: source, into: &output)
    } else {
      copySign(source, of: field, into: &output)
    }
  }
}

// What is put out, unless this only looks.
extension BaseReading {
  @inline(__always)
  private mutating func put(
    _ byte: UInt8, from source: Range<Int>, into output: inout OutputSpan<UInt8>
  ) {
    if looksOnly { return }
    output.append(byte)
    if recordsOrigins { record(source) }
  }

  /// Puts out the letter or digit that the scalar at `source` stands for.
  @inline(__always)
  private mutating func putLatin(
    _ byte: UInt8, from source: Range<Int>, into output: inout OutputSpan<UInt8>
  ) {
    differs = true
    put(byte, from: source, into: &output)
    last = .ascii(byte)
  }

  @inline(__always)
  private mutating func copy(
    _ source: Range<Int>, of field: Span<UInt8>, into output: inout OutputSpan<UInt8>
  ) {
    if looksOnly { return }
    for index in source { put(field[index], from: source, into: &output) }
  }

  @inline(__always)
  private mutating func copySign(
    _ source: Range<Int>, of field: Span<UInt8>, into output: inout OutputSpan<UInt8>
  ) {
    copy(source, of: field, into: &output)
    last = .sign
  }

  @inline(__always)
  private mutating func copyPlain(
    _ source: Range<Int>, of field: Span<UInt8>, into output: inout OutputSpan<UInt8>
  ) {
    last = .ascii(field[source.upperBound - 1])
    if looksOnly { return }
    for index in source { output.append(field[index]) }
    if recordsOrigins { for index in source { record(index..<index + 1) } }
  }

  /// Puts out a lower-case scalar, which is outside ASCII.
  private mutating func putLower(
    _ scalar: UInt32, from source: Range<Int>, into output: inout OutputSpan<UInt8>
  ) {
    if scalar < 0x800 {
      put(UInt8(0xC0 | scalar >> 6), from: source, into: &output)
    } else {
      if scalar < 0x10000 {
        put(UInt8(0xE0 | scalar >> 12), from: source, into: &output)
      } else {
        put(UInt8(0xF0 | scalar >> 18), from: source, into: &output)
        put(UInt8(0x80 | scalar >> 12 & 0x3F), from: source, into: &output)
      }
      put(UInt8(0x80 | scalar >> 6 & 0x3F), from: source, into: &output)
    }
    put(UInt8(0x80 | scalar & 0x3F), from: source, into: &output)
  }

  private mutating func record(_ source: Range<Int>) {
    origins.append(Origin(start: UInt32(source.lowerBound), end: UInt32(source.upperBound)))
  }
}
