import Testing

@testable import PatternEngine

@Suite("The words of a text")
struct TextWordsTests {
  /// Where words start, byte by byte: behind each blank.
  private func starts(in text: [UInt8]) -> [Int] {
    text.indices.filter { $0 == 0 || text[$0 - 1] <= 0x20 }
  }

  @Test("begin behind blanks", arguments: 0..<300)
  func random(length: Int) {
    var random = SeededRandom(seed: UInt64(length))
    let bytes = (0..<length).map { _ in
      "aZ_z0 9.@`{/:[é\u{0}\n\u{7F}🐒!".utf8.randomElement(using: &random) ?? 0
    }
    var seen = SeenWords()
    var words = TextWords()
    words.split([0x61, 0x20, 0x62].span, &seen)
    words.split(bytes.span, &seen)
    let expected = starts(in: bytes)
    #expect(words.starts.dropLast().map(Int.init) == expected)
    #expect(words.starts.last == UInt32(length))
    for place in 0...length {
      #expect(words.first(from: place) == expected.count { $0 < place })
    }
  }

  @Test("have the same number where they and their blanks are the same, from the second time on")
  func numbers() {
    var seen = SeenWords()
    var words = TextWords()
    let long = String(repeating: "é", count: 16)
    let text = Array("a dog a dog. a\na dog \(long) \(long) \(long.dropLast())é!".utf8)
    for _ in 0..<4 { words.split(text.span, &seen) }
    #expect(words.numbers[0] == words.numbers[2] && words.numbers[0] >= 0)
    #expect(words.numbers[1] == words.numbers[6] && words.numbers[1] >= 0)
    #expect(Set(words.numbers[..<5]).count == 4, "a blank is part of its word")
    #expect(words.numbers[7...].allSatisfy { $0 == SeenWords.noNumber }, "longer than a key")
    words.split(Array("cat".utf8).span, &seen)
    #expect(words.numbers == [SeenWords.noNumber])
    words.split(Array("cat".utf8).span, &seen)
    let number = words.numbers[0]
    words.split(Array("cat\0the cat".utf8).span, &seen)
    #expect(words.numbers == [number, SeenWords.noNumber, number], "NUL and the end are the same")
  }

  @Test("get no number where there are too many of them, until they are forgotten")
  func full() {
    var seen = SeenWords()
    var words = TextWords()
    for start in stride(from: 0, to: 120_000, by: 20_000) {
      let text = Array((start..<start + 20_000).map { "w\($0) " }.joined().utf8)
      for _ in 0..<2 { words.split(text.span, &seen) }
    }
    #expect(seen.isFull)
    words.split(Array("new new new ".utf8).span, &seen)
    #expect(words.numbers == [-1, -1, -1])
    seen.forget()
    words.split(Array("new new new ".utf8).span, &seen)
    #expect(words.numbers == [-1, 0, 0])
  }

  @Test(
    "tell of a text what all of it tells, whichever of them are known",
    arguments: 0..<24 as Range<UInt64>)
  func marks(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let letters = Array("abAé🐀. ".unicodeScalars)
    func bytes(_ length: Int) -> [UInt8] {
      (0..<length).flatMap { _ in Array(String(random.pick(letters)).utf8) }
    }
    let literals = Set(
      (0..<80).map { _ in
        var literal = random.oneIn(3) ? [Literal.Code.boundary] : []
        for _ in 0...random.upTo(5) {
          literal += random.oneIn(4) ? [UInt8.random(in: 0xF8...0xFD, using: &random)] : bytes(1)
        }
        literal += bytes(1)
        if random.oneIn(3) { literal.append(Literal.Code.boundary) }
        let isCaseless = random.oneIn(2)
        return Literal(
          bytes: isCaseless ? literal.map(asciiLowercase) : literal, caseless: isCaseless)
      }
    ).sorted()
    let meaning = LiteralMarks(
      literals.indices.map { [LiteralMarks.Mark(place: $0 / 64, bits: 1 << UInt64($0 % 64))] },
      of: Runs(literals.indices.map { [Int32($0)] }))
    var scratch = try PrefilterScratch(for: LiteralPrefilter(literals))
    var seen = SeenWords()
    for round in 0..<6 {
      if round == 4 {
        seen.forget()
        scratch.forgetWords()
      }
      let texts: [[UInt8]] = (0..<20).map { _ in bytes(random.upTo(60)) }
      let arena: [UInt8] = texts.flatMap { $0 + [0] }
      try compare(arena, texts, &scratch, &seen, meaning)
    }
  }

  /// Compares what words tell of each text with what a search through the whole arena finds.
  private func compare(
    _ arena: [UInt8], _ texts: [[UInt8]], _ scratch: inout PrefilterScratch,
    _ seen: inout SeenWords, _ meaning: LiteralMarks
  ) throws {
    var hits: [LiteralHit] = []
    try scratch.scan(arena.span, into: &hits)
    var words = TextWords()
    var search = WordSearch()
    words.split(arena.span, &seen)
    try scratch.begin(&search, in: arena.span, words, meaning)
    var start = 0
    for text in texts {
      let range = start..<start + text.count
      var bits: [UInt64] = [0, 0]
      let isTelling = scratch.mark(range, of: arena.span, words, &search, meaning, in: &bits)
      var expected: [UInt64] = [0, 0]
      for hit in hits where range.contains(Int(hit.end) - 1) {
        expected[Int(hit.literal) / 64] |= 1 << UInt64(hit.literal % 64)
      }
      #expect(bits == expected)
      #expect(isTelling || bits == [0, 0])
      start = range.upperBound + 1
    }
  }
}
