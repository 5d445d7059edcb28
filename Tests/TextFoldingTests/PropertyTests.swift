import Testing

@testable import TextFolding

@Suite("Properties")
struct PropertyTests {
  @Test("readings are valid UTF-8 without NUL, small letters, base first and few", arguments: seeds)
  func wellFormed(seed: UInt64) {
    let folding = Folding(RandomText.unicode(seed: seed, upTo: 120))
    #expect(folding.readings.count <= 5)
    for (reading, kind) in zip(folding.readings, folding.kinds) {
      #expect(String(validating: reading, as: UTF8.self) != nil)
      #expect(!reading.contains(0))
      #expect(!reading.contains(where: isUpper))
      #expect((kind == .base) == (reading == folding.readings.first) || folding.readings.count > 1)
    }
    #expect(folding.kinds.first != .undone)
    #expect(!folding.kinds.dropFirst().contains(.base))
  }

  @Test("signs between and around letters never trap")
  func signs() {
    let alphabet = Array("aBcdeé13..--__!!\u{2066}\u{2069}\u{200B}  ")
    for seed in 1...4_000 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let text = (0..<Int.random(in: 4...40, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? " "
      }
      #expect(Folding(String(text)).readings.count <= 5, "seed \(seed)")
    }
  }

  @Test("folding a base reading gives it again", arguments: seeds)
  func idempotence(seed: UInt64) throws {
    guard let base = Folding(RandomText.unicode(seed: seed, upTo: 60)).strings.first else { return }
    let again = Folding(base)
    #expect(again.strings.first ?? base == base)
  }

  @Test(
    "origins rise, stay in the field and are whole grapheme clusters", arguments: seeds.prefix(250))
  func origins(seed: UInt64) throws {
    let folding = Folding(
      RandomText.unicode(seed: seed, upTo: 24) + RandomText.triggers(seed: seed, upTo: 12))
    let bounds = Set(folding.text.indices.map { $0.utf16Offset(in: folding.text) })
    #expect(bounds.count == folding.text.count)
    var boundaries: Set<Int> = [0]
    var offset = 0
    for character in folding.text {
      offset += character.utf8.count
      boundaries.insert(offset)
    }
    for (number, reading) in folding.readings.enumerated() {
      var before = 0
      for index in reading.indices {
        let origin = try #require(folding.originalRange(index..<index + 1, inReading: number))
        #expect(origin.lowerBound >= before && origin.upperBound <= folding.bytes.count)
        #expect(!origin.isEmpty)
        #expect(boundaries.contains(origin.lowerBound) && boundaries.contains(origin.upperBound))
        before = origin.lowerBound
      }
      #expect(folding.originalRange(0..<reading.count + 1, inReading: number) == nil)
    }
    #expect(folding.originalRange(0..<0, inReading: folding.readings.count) == nil)
  }

  @Test("plain words fold to themselves", arguments: seeds)
  func plainWords(seed: UInt64) {
    #expect(Folding(RandomText.plain(seed: seed)).readings.isEmpty)
    #expect(Folding(RandomText.plain(seed: seed).uppercased()).readings.isEmpty)
  }

  @Test("the scan for triggers misses no evasive word", arguments: seeds, [false, true])
  func triggers(seed: UInt64, withEmoji: Bool) {
    let text = Array(RandomText.triggers(seed: seed, upTo: 200, withEmoji: withEmoji).utf8)
    var found: [Range<Int>] = []
    #expect(EvasiveWords.find(in: text.span, into: &found, passingForeign: withEmoji))
    var index = 0
    while index < text.count {
      if SpacedLetters(at: index, in: text.span) != nil {
        #expect(found.contains { $0.contains(index) }, "letters apart at \(index) of \(text)")
      }
      guard !isSpace(text[index]) else {
        index += 1
        continue
      }
      let word = word(in: text.span, around: index)
      if EvasiveWords.isEvasive(word, of: text.span) {
        #expect(found.contains { $0.overlaps(word) }, "\(word) of \(text)")
      }
      index += 1
    }
  }

  @Test(
    "an evasion is found wherever it stands in the text",
    arguments: [
      ("z.o.r", "zor"), ("z - o - r", "zor"), ("z🔥o🔥r", "zor"), ("z❤️o❤️r", "zor"),
      ("z 🔥 o 🔥 r", "zor"), ("z0r", "zor"),
      ("zo914r", "zogiar"), ("zorrr", "zor"), ("zo.rg.le", "zorgle"), ("5nizz", "snizz"),
      ("ba$$", "bass"), ("sni7", "snit"), ("z🌟r", "z*r"), ("zo\u{200B}r", "zor"), ("zör", "zor"),
    ])
  func anywhere(evasion: String, word: String) {
    for count in 0..<140 {
      let before =
        String(repeating: "no ", count: count / 3)
        + (count % 3 == 2 ? "- " : count % 3 == 1 ? " " : "")
      #expect(!Folding(before + evasion).places(of: word).isEmpty, "\(count)")
      #expect(!Folding(before + evasion + " no no no").places(of: word).isEmpty, "\(count)")
    }
  }

  @Test("a found evasion is undone", arguments: seeds)
  func undoing(seed: UInt64) {
    let folding = Folding(RandomText.triggers(seed: seed, upTo: 80))
    guard folding.readings.count > 1 else { return }
    #expect(folding.readings[1] != folding.readings[0])
  }

  @Test("invisible characters inside a word leave no trace", arguments: seeds)
  func invisibles(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let plain = RandomText.plain(seed: seed)
    var text = ""
    for character in plain {
      text.append(character)
      guard character.isLetter, Bool.random(using: &generator) else { continue }
      text.unicodeScalars.append(Self.invisibles.randomElement(using: &generator) ?? "\u{200B}")
    }
    let folding = Folding(text)
    #expect(folding.strings == (text == plain ? [] : [plain]))
  }

  @Test("where a field stands in its arena changes nothing", arguments: seeds.prefix(200))
  func placement(seed: UInt64) {
    let text = RandomText.unicode(seed: seed, upTo: 60)
    let alone = Folding(text)
    let arena = Array("n1ce é\0".utf8) + alone.bytes + Array("\0w0rd".utf8)
    var folder = Folder()
    var output: [UInt8] = [1, 2, 3]
    var readings: [FoldedReading] = []
    for _ in 0..<2 {
      readings = []
      folder.fold(
        arena.span, range: 8..<8 + alone.bytes.count, into: &output, readings: &readings)
      #expect(readings.map { Array(output[$0.range]) } == alone.readings)
      #expect(readings.allSatisfy { output[$0.range.lowerBound - 1] == 0 })
    }
  }

  @Test("a field that folds to itself has the letters and digits of its base", arguments: seeds)
  func lookingAndFolding(seed: UInt64) {
    let folding = Folding(RandomText.unicode(seed: seed, upTo: 8))
    guard folding.readings.isEmpty else { return }
    var base = ReadingBuffer()
    BaseReading.fold(folding.bytes.span, into: &base)
    let isKept = { (byte: UInt8) in isAlphanumeric(byte) }
    #expect(base.bytes.filter(isKept) == folding.bytes.filter(isKept))
  }

  @Test("a glance is never wrong", arguments: seeds)
  func glances(seed: UInt64) {
    let mixed = RandomText.unicode(seed: seed, upTo: 3) + RandomText.ownScripts(seed: seed)
    for text in [RandomText.unicode(seed: seed, upTo: 6), RandomText.ownScripts(seed: seed), mixed]
    {
      let bytes = Array(text.utf8)
      let isFinished = Glance.finishes(bytes.span)
      let differs = BaseReading.differs(from: bytes.span)
      #expect(!(isFinished && differs), "\(text)")
    }
  }

  @Test("malformed UTF-8 does no harm", arguments: seeds)
  func malformed(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = (0..<50).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var folder = Folder()
    var output: [UInt8] = []
    var readings: [FoldedReading] = []
    folder.fold(bytes.span, range: 0..<bytes.count, into: &output, readings: &readings)
    for (number, reading) in readings.enumerated() {
      let origin = folder.originalRange(
        of: 0..<reading.range.count, inReading: number, ofField: bytes.span, range: 0..<bytes.count)
      #expect(origin.map { $0.upperBound <= bytes.count } ?? false)
    }
  }

  private static let seeds = Array(1...UInt64(1500))
  private static let invisibles: [Unicode.Scalar] = [
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{AD}", "\u{202E}", "\u{2069}",
    "\u{34F}", "\u{FE0F}", "\u{E0041}", "\u{301}", "\u{336}", "\u{489}", "\u{1}", "\u{85}",
  ]
}
