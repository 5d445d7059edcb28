import Testing

@testable import PatternEngine

@Suite("A literal prefilter")
struct LiteralPrefilterTests {
  private func scan(_ literals: [Literal], _ text: [UInt8]) throws -> [LiteralHit] {
    var scratch = try PrefilterScratch(for: LiteralPrefilter(literals))
    var hits: [LiteralHit] = []
    try scratch.scan(text.span, into: &hits)
    return hits
  }

  @Test(
    "finds what a naive search finds in random Unicode, each once, by ascending end",
    arguments: 0..<16 as Range<UInt64>)
  func randomUnicode(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("aAbBkKsSzZ éÉßſ\u{212A}İıжЖ漢👩🏽\u{200D}\n*?".unicodeScalars)
    func text(_ length: Int) -> [UInt8] {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<length { scalars.append(random.pick(alphabet)) }
      return Array(String(scalars).utf8)
    }
    let literals = Set(
      (0..<[1, 3, 60, 400][Int(seed % 4)]).map { _ in
        Literal(
          String(decoding: text(1 + random.upTo(random.oneIn(4) ? 24 : 3)), as: UTF8.self),
          caseless: random.oneIn(2))
      }
    ).sorted()
    let arena = text(1_000) + literals.flatMap { [0] + $0.bytes }

    let hits = try scan(literals, arena)
    let expected = literals.indices.flatMap { number in
      NaiveSearch.ends(of: literals[number], in: arena).map { [number, $0] }
    }
    #expect(Set(hits.map(\.literal)) == Set(expected.map { UInt32($0[0]) }))
    #expect(hits.count == expected.count)
    #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.end <= $1.end })
  }

  @Test(
    "finds literals with codes as often as a naive search does", arguments: 0..<16 as Range<UInt64>)
  func randomCodes(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("abAB_9 .\néж漢🐀".unicodeScalars)
    let letters = Array("abé🐀 .".unicodeScalars)
    var arena: [UInt8] = []
    for _ in 0..<600 {
      arena += random.oneIn(50) ? [0] : Array(String(random.pick(alphabet)).utf8)
    }
    let literals = Set(
      (0..<100).map { _ in
        var bytes = random.oneIn(3) ? [Literal.Code.boundary] : []
        for _ in 0...random.upTo(2) { bytes += Array(String(random.pick(letters)).utf8) }
        for _ in 0...random.upTo(4) {
          bytes +=
            random.oneIn(2)
            ? [UInt8.random(in: 0xF8...0xFD, using: &random)]
            : Array(String(random.pick(letters)).utf8)
        }
        if random.oneIn(3) { bytes.append(Literal.Code.boundary) }
        return Literal(bytes: bytes, caseless: random.oneIn(2))
      }
    ).sorted()
    let hits = try scan(literals, arena)
    for (number, literal) in literals.enumerated() {
      let expected = NaiveSearch.ends(of: literal, in: arena).count
      #expect(hits.count { $0.literal == number } == expected, "\(literal)")
    }
    #expect(hits.count > 20)
    #expect(zip(hits, hits.dropFirst()).allSatisfy { $0.end <= $1.end })
  }

  @Test("ignores the case of ASCII letters alone")
  func asciiCase() throws {
    let text = (UInt8.min...UInt8.max).flatMap { [0x58 as UInt8, $0, 0] }
    let literals = Set(
      (UInt8(1)..<Literal.Code.anyCharacter).map {
        Literal(bytes: [0x78, asciiLowercase($0)], caseless: true)
      }
    ).sorted()
    let hits = try scan(literals, text)
    for (number, literal) in literals.enumerated() {
      let byte = literal.bytes[1]
      let same = (0x61...0x7A).contains(byte) ? [byte - 0x20, byte] : [byte]
      let texts = hits.filter { $0.literal == number }.map { ($0.end - 1) / 3 }
      #expect(texts == same.map(UInt32.init), "byte \(byte)")
    }
    #expect(literals.count == 247 - 26)
  }

  @Test("heeds case where it is asked to, beside the same literal without case")
  func mixedCase() throws {
    let hits = try scan([Literal("AbC"), Literal("abc", caseless: true)], Array("abc AbC".utf8))
    #expect(
      hits.map { [$0.literal, $0.end] }.sorted { $0.lexicographicallyPrecedes($1) } == [
        [0, 7], [1, 3], [1, 7],
      ])
  }

  @Test("finds no literal across the bound of two texts")
  func separatedTexts() throws {
    #expect(try scan([Literal("ab")], Array("a\0b ab".utf8)).map(\.end) == [6])
  }

  @Test("without literals, or over no text, has no hits")
  func nothing() throws {
    #expect(try scan([], Array("abc".utf8)).isEmpty)
    #expect(try scan([Literal("a")], []).isEmpty)
  }

  @Test("scans an arena of megabytes in one call")
  func largeArena() throws {
    let arena = [UInt8](repeating: 0x61, count: 3 << 20) + Array("needle".utf8)
    let hits = try scan([Literal("needle"), Literal("aNeedle", caseless: true)], arena)
    #expect(hits.map(\.end) == [UInt32(arena.count), UInt32(arena.count)])
  }

  @Test("is shared by workers with a scratch each")
  func workers() async throws {
    let prefilter = try LiteralPrefilter([Literal("fox", caseless: true)])
    let counts = await withTaskGroup(of: Int?.self) { group in
      for worker in 1...8 {
        group.addTask {
          guard var scratch = try? PrefilterScratch(for: prefilter) else { return nil }
          var hits: [LiteralHit] = []
          let text = Array(String(repeating: "a Fox ", count: worker * 100).utf8)
          guard (try? scratch.scan(text.span, into: &hits)) != nil else { return nil }
          return hits.count
        }
      }
      return await group.reduce(into: Set<Int>()) { if let count = $1 { $0.insert(count) } }
    }
    #expect(counts == Set((1...8).map { $0 * 100 }))
  }
}

@Suite("A literal")
struct LiteralTests {
  @Test("equals another that finds the same")
  func canonicalForm() {
    #expect(Literal("ABC", caseless: true) == Literal("abc", caseless: true))
    #expect(Literal("ABC") != Literal("abc"))
    #expect(Literal("12!é", caseless: true) == Literal("12!é"))
  }
}
