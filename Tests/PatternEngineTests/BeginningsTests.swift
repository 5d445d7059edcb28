import Testing

@testable import PatternEngine

@Suite("Beginnings")
struct BeginningsTests {
  /// The same, byte by byte.
  private func places(in text: [UInt8]) -> [Int] {
    text.indices.filter { place in
      let goesOn = place > 0 && isASCIIWord(text[place - 1]) && isASCIIWord(text[place])
      return text[place] > 0x20 && !goesOn
    }
  }

  @Test("are where words and signs begin", arguments: 0..<300)
  func random(length: Int) {
    var random = SeededRandom(seed: UInt64(length))
    let bytes = (0..<length).map { _ in
      "aZ_z0 9.@`{/:[é\u{0}\n\u{7F}🐒".utf8.randomElement(using: &random) ?? 0
    }
    var beginnings = Beginnings()
    beginnings.find(in: [0x61, 0x62].span)
    beginnings.find(in: bytes.span)
    let expected = places(in: bytes)
    for place in 0...length {
      #expect(beginnings.first(from: place) == expected.first { $0 >= place } ?? length)
    }
  }
}
