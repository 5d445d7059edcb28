internal import CTextFolding

/// Makes the base reading of a field.
struct BaseReading {
  private(set) var mixture = ScriptMixture()
  /// Whether a rule could see a difference to the plain text, letter case left aside.
  private(set) var differs = false
  /// Scripts whose words are read as Latin.
  private let suspect: UInt32

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

  private init(suspect: UInt32) { self.suspect = suspect }

  /// Folds `field` into `reading` and says whether the result differs from it in more than case.
  static func fold(_ field: Span<UInt8>, into reading: inout ReadingBuffer) -> Bool {
    var first = BaseReading(suspect: 0)
    first.fold(field, into: &reading)
    let suspect = first.mixture.doubtful & ~first.mixture.real
    guard suspect != 0, reading.bytes.contains(where: isLetter) else { return first.differs }
    reading.removeAll()
    var second = BaseReading(suspect: suspect)
    second.fold(field, into: &reading)
    return second.differs
  }

  private mutating func fold(_ field: Span<UInt8>, into reading: inout ReadingBuffer) {
    var index = 0
    while index < field.count {
      let plain = index..<index + plainPrefix(of: field, from: index)
      if !plain.isEmpty {
        reading.copy(plain, of: field, asScalar: false)
        last = .ascii(field[plain.upperBound - 1])
        index = plain.upperBound
        if index == field.count { return }
      }
      let (value, length) = scalar(in: field, at: index)
      fold(value, at: index..<index + length, of: field, into: &reading)
      index += length
    }
  }

  private mutating func fold(
    _ value: UInt32, at source: Range<Int>, of field: Span<UInt8>, into reading: inout ReadingBuffer
  ) {
    // Only control characters are left of ASCII here.
    guard value >= 0x80 else {
      differs = true
      return
    }
    let entry = FoldEntry(of: value)
    switch entry.kind {
    case .inert:
      copySign(source, of: field, into: &reading)
    case .mark:
      differs = true
    case .joiner:
      foldJoiner(value, at: source, of: field, into: &reading)
    case .ascii:
      differs = true
      put(entry.byte, from: source, into: &reading)
    case .string:
      differs = true
      entry.appendString(to: &reading, from: source)
      last = .letter(script: Script.latin)
    case .typographic:
      // In a Latin word a rule may look for it (don’t); elsewhere it rides along.
      if last.isLatin, nextIsLetter(from: source.upperBound, of: field) { differs = true }
      entry.appendString(to: &reading, from: source)
      last = .ascii(reading.bytes.last ?? 0)
    case .letter:
      foldLetter(entry.letter, at: source, of: field, into: &reading)
    case .regional:
      foldRegional(entry.byte, at: source, of: field, into: &reading)
    }
  }

  private mutating func put(
    _ byte: UInt8, from source: Range<Int>, into reading: inout ReadingBuffer
  ) {
    reading.append(byte, from: source)
    last = .ascii(byte)
  }

  private mutating func copySign(
    _ source: Range<Int>, of field: Span<UInt8>, into reading: inout ReadingBuffer
  ) {
    reading.copy(source, of: field, asScalar: true)
    last = .sign
  }

  /// Variation selectors and joiners are part of an emoji, and spelling in some scripts.
  private mutating func foldJoiner(
    _ value: UInt32, at source: Range<Int>, of field: Span<UInt8>, into reading: inout ReadingBuffer
  ) {
    let isZeroWidth = value == 0x200C || value == 0x200D
    switch last {
    case .sign:
      reading.copy(source, of: field, asScalar: true)
    case .letter(let script) where isZeroWidth && Script.usesJoiners(script):
      reading.copy(source, of: field, asScalar: true)
    default:
      if last.isLetter || nextIsLetter(from: source.upperBound, of: field) { differs = true }
    }
  }

  private mutating func foldLetter(
    _ letter: alongside_letter, at source: Range<Int>, of field: Span<UInt8>,
    into reading: inout ReadingBuffer
  ) {
    if letter.script == Script.sign {
      guard last.isLetter, nextIsLetter(from: source.upperBound, of: field) else {
        copySign(source, of: field, into: &reading)
        return
      }
      differs = true
      put(letter.latin, from: source, into: &reading)
      return
    }
    if source.lowerBound >= wordEnd {
      let word = word(in: field, around: source.lowerBound)
      wordEnd = word.upperBound
      wordReadsAsLatin = mixture.readsAsLatin(word, of: field, suspect: suspect)
    }
    if wordReadsAsLatin, letter.latin != 0 {
      differs = true
      put(letter.latin, from: source, into: &reading)
      return
    }
    if letter.lower == 0 {
      reading.copy(source, of: field, asScalar: true)
    } else if let lower = Unicode.Scalar(letter.lower) {
      for byte in UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter {
        reading.append(byte, from: source)
      }
    }
    last = .letter(script: letter.script)
  }

  /// A pair of regional indicators is a flag; alone, in longer runs and inside words they spell.
  private mutating func foldRegional(
    _ byte: UInt8, at source: Range<Int>, of field: Span<UInt8>, into reading: inout ReadingBuffer
  ) {
    if source.lowerBound >= regionalEnd {
      var count = 0
      regionalEnd = skipping(from: source.lowerBound, of: field) { entry in
        if entry.kind == .regional { count += 1 }
        return entry.kind == .regional || entry.isInvisible
      }
      regionalsAreLetters =
        count != 2 || last.isLetter && nextIsLetter(from: regionalEnd, of: field)
    }
    if regionalsAreLetters {
      differs = true
      put(byte, from: source, into: &reading)
    } else {
      copySign(source, of: field, into: &reading)
    }
  }

  /// Whether a letter follows, invisible characters left aside.
  private func nextIsLetter(from start: Int, of field: Span<UInt8>) -> Bool {
    let index = skipping(from: start, of: field, while: \.isInvisible)
    guard index < field.count else { return false }
    if field[index] < 0x80 { return isLetter(field[index]) }
    return FoldEntry(of: scalar(in: field, at: index).value).isLetter
  }

  /// The end of the scalars outside ASCII that satisfy `condition`.
  private func skipping(
    from start: Int, of field: Span<UInt8>, while condition: (FoldEntry) -> Bool
  ) -> Int {
    var index = start
    while index < field.count, field[index] >= 0x80 {
      let (value, length) = scalar(in: field, at: index)
      guard condition(FoldEntry(of: value)) else { break }
      index += length
    }
    return index
  }

  private func plainPrefix(of field: Span<UInt8>, from start: Int) -> Int {
    // SAFETY: `start` is less than `field.count`, and so many bytes are left from there on.
    unsafe field.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return 0 }
      return unsafe alongside_plain_prefix(base + start, bytes.count - start)
    }
  }
}
