import Diagnostics
import TestSupport
import Testing

@Suite("Text for a terminal")
struct TerminalTextTests {
  @Test(
    "keeps what is harmless and replaces what is not",
    arguments: [
      ("", ""), ("plain", "plain"), ("naïve 日本 🏳️‍🌈 עברית", "naïve 日本 🏳️‍🌈 עברית"),
      ("a\nb\tc\r\nd", "a b c  d"), ("\u{1B}[31mred", "␛[31mred"),
      ("\u{9B}31mred", "\u{FFFD}31mred"),
      ("\u{0}\u{7}\u{8}", "␀␇␈"), ("\u{7F}", "␡"), ("\u{85}\u{2028}\u{2029}", "   "),
      ("\u{202E}evil\u{202C}", "\u{FFFD}evil\u{FFFD}"),
      ("\u{2066}\u{2069}\u{200F}\u{61C}", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
    ])
  func replaced(text: String, expected: String) {
    #expect(TerminalText.safe(text) == expected)
  }

  @Test("never holds a control or a bidi control, and is safe already", arguments: UInt64(1)...20)
  func properties(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<100 {
      let text = String.random(of: random.upTo(30), using: &random)
      let safe = TerminalText.safe(text)
      #expect(safe.unicodeScalars.count == text.unicodeScalars.count)
      #expect(TerminalText.safe(safe) == safe)
      let left = safe.unicodeScalars.filter {
        $0.properties.generalCategory == .control || $0.properties.isBidiControl
      }
      #expect(left.isEmpty)
    }
  }
}

extension String {
  /// A string of random scalars, many of them awkward.
  static func random(of count: Int, using random: inout SeededRandom) -> String {
    var scalars = UnicodeScalarView()
    for _ in 0..<count {
      let value =
        switch random.upTo(4) {
        case 0: UInt32.random(in: 0...0x20, using: &random)
        case 1: UInt32.random(in: 0x20...0x7F, using: &random)
        case 2: UInt32.random(in: 0x80...0xA0, using: &random)
        case 3: UInt32.random(in: 0x2000...0x2070, using: &random)
        default: UInt32.random(in: 0...0x10FFFF, using: &random)
        }
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
