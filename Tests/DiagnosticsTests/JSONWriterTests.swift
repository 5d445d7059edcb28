import Foundation
import JSONText
import TestSupport
import Testing

@Suite("Written JSON")
struct JSONWriterTests {
  @Test("strings come back as they were, for another reader", arguments: UInt64(1)...20)
  func strings(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let texts = (0..<50).map { _ in String.random(of: random.upTo(40), using: &random) }
    for indent in [0, 2] {
      var json = JSONWriter(indent: indent)
      json.object { json in
        for (index, text) in texts.enumerated() {
          json.key("\(index)\(text)")
          json.value(text)
        }
      }
      let parsed = try #require(
        try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: String])
      #expect(parsed.count == texts.count)
      for (index, text) in texts.enumerated() {
        // Compared by scalars: Swift takes canonically equivalent strings for equal.
        let back = try #require(parsed["\(index)\(text)"])
        #expect(back.unicodeScalars.elementsEqual(text.unicodeScalars))
      }
      let isOneLine = !json.bytes.contains { $0 < 0x20 }
      #expect(isOneLine == (indent == 0))
    }
  }

  @Test("bytes that are no UTF-8 become U+FFFD", arguments: UInt64(1)...10)
  func illFormed(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &random) }
    var json = JSONWriter()
    json.array { $0.value(utf8: bytes) }
    let parsed = try #require(
      try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String])
    #expect(parsed == [String(decoding: bytes, as: UTF8.self)])
  }

  @Test(
    "decimals are short, exact to six places and never in exponents",
    arguments: [
      (0, "0"), (1, "1"), (-1, "-1"), (0.5, "0.5"), (0.1 + 0.2, "0.3"), (1.0 / 3, "0.333333"),
      (2.0 / 3, "0.666667"), (1e-7, "0"), (-1e-7, "0"), (0.000001, "0.000001"),
      (-0.25, "-0.25"), (123_456.789, "123456.789"), (0.9999999, "1"), (1e9, "1000000000"),
      (1e15, "1000000000000000"), (-1e15, "-1000000000000000"), (.infinity, "null"), (.nan, "null"),
      (-.infinity, "null"),
    ] as [(Double, String)])
  func decimals(number: Double, text: String) {
    var json = JSONWriter()
    json.value(number)
    #expect(String(decoding: json.bytes, as: UTF8.self) == text)
  }

  @Test("decimals come back within half a millionth", arguments: UInt64(1)...10)
  func decimalRoundTrips(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for _ in 0..<200 {
      let number = Double.random(in: -1000...1000, using: &random)
      var json = JSONWriter()
      json.value(number)
      let back = try #require(Double(String(decoding: json.bytes, as: UTF8.self)))
      #expect(abs(back - number) <= 0.000_000_500_001)
    }
  }

  @Test("members are separated and indented, empty containers are not broken")
  func layout() {
    func written(_ indent: Int) -> String {
      var json = JSONWriter(indent: indent)
      json.object { json in
        json.key("a")
        json.value(1)
        json.key("b")
        json.array { _ in }
        json.key("c")
        json.array { json in
          json.null()
          json.value(true)
          json.object { _ in }
        }
      }
      json.endLine()
      return String(decoding: json.bytes, as: UTF8.self)
    }
    #expect(written(0) == "{\"a\":1,\"b\":[],\"c\":[null,true,{}]}\n")
    #expect(
      written(1)
        == "{\n \"a\": 1,\n \"b\": [],\n \"c\": [\n  null,\n  true,\n  {}\n ]\n}\n")
  }

  @Test("a line stays one line for readers that know U+2028")
  func lines() {
    var json = JSONWriter()
    json.value("a\u{2028}b\u{2029}c\u{85}d\u{7F}\u{9B}")
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #""a\u2028b\u2029c\u0085d\u007f\u009b""#)
  }
}
