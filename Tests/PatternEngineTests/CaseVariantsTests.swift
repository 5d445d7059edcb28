import Testing

@testable import PatternEngine

@Suite("Case variants")
struct CaseVariantsTests {
  @Test(
    "of a character",
    arguments: [
      ("é", "Éé"), ("ß", "ßẞ"), ("ж", "Жж"), ("σ", "Σςσ"), ("ä", "Ää"), ("漢", "漢"), ("🐀", "🐀"),
      ("ǅ", "Ǆǅǆ"), ("ſ", "Ssſ"), ("\u{212A}", "Kk\u{212A}"), ("µ", "µΜμ"), ("Å", "Åå\u{212B}"),
    ])
  func table(character: Unicode.Scalar, expected: String) {
    #expect(Set(CaseVariants.of(character)) == Set(expected.unicodeScalars))
  }

  @Test("are at least what PCRE2 holds to be the same, for every character with case")
  func everyCharacter() throws {
    let cased = Array(
      ((0x1...0xD7FF).lazy.map(UInt32.init) + (0xE000...0x10FFFF).lazy.map(UInt32.init))
        .compactMap(Unicode.Scalar.init)
        .filter { $0.properties.isCased || $0.properties.changesWhenCaseMapped })
    var text = String.UnicodeScalarView()
    text.append(contentsOf: cased)
    let bytes = Array(String(text).utf8)
    let span = try UTF8Span(validating: bytes.span)
    var workspace = MatchWorkspace()

    for scalar in cased where !scalar.isASCII {
      let pattern = try Pattern("\\x{\(String(scalar.value, radix: 16))}")
      var found: Set<Unicode.Scalar> = []
      var start = 0
      while let match = try workspace.firstMatch(
        of: pattern, in: span, within: 0..<bytes.count, from: start)
      {
        found.formUnion(String(decoding: bytes[match], as: UTF8.self).unicodeScalars)
        start = match.upperBound
      }
      #expect(found.isSubset(of: CaseVariants.of(scalar)), "U+\(String(scalar.value, radix: 16))")
    }
    #expect(cased.count > 2_500)
  }

  @Test("of ASCII letters are ASCII letters, but for the two that are the exotic case")
  func asciiLetters() throws {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: (0x80...0x10FFFF).lazy.map(UInt32.init).compactMap(Unicode.Scalar.init))
    let bytes = Array(String(text).utf8)
    let span = try UTF8Span(validating: bytes.span)
    var workspace = MatchWorkspace()
    let letters = try Pattern("[a-z]")
    var found: [String] = []
    var start = 0
    while let match = try workspace.firstMatch(
      of: letters, in: span, within: 0..<bytes.count, from: start)
    {
      found.append(String(decoding: bytes[match], as: UTF8.self))
      start = match.upperBound
    }
    #expect(found.map { Array($0.utf8) } == RequiredLiterals.exoticCase.map(\.bytes))
  }

  @Test("are characters with case nowhere but in the blocks that are looked at")
  func blocks() {
    let outside = (0x80...0x10FFFF).lazy.map(UInt32.init).compactMap(Unicode.Scalar.init)
      .filter { $0.properties.changesWhenCaseMapped }
      .filter { scalar in !CaseVariants.blocks.contains { $0.contains(scalar.value) } }
    #expect(outside.map(\.value).isEmpty)
  }
}
