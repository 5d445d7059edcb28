import Foundation
import Testing

@testable import PatternEngine

@Suite("Outlines")
struct OutlineTests {
  /// `ALONGSIDE_SEEDS=1000` looks at more patterns than a run of all tests has time for.
  private static let seeds =
    0..<(ProcessInfo.processInfo.environment["ALONGSIDE_SEEDS"].flatMap(UInt64.init) ?? 8)

  @Test("accept every text that PCRE2 finds a match in", arguments: seeds)
  func everyMatch(seed: UInt64) throws {
    var generator = PatternGenerator(seed: seed)
    var workspace = MatchWorkspace()
    var seen = SeenWords()
    var (matches, rejections) = (0, 0)
    for _ in 0..<100 {
      let sample = generator.next()
      let options: Pattern.Options = generator.random.oneIn(5) ? [] : .caseless
      guard let pattern = try? Pattern(sample.source, options: options) else { continue }
      var outlines = OutlineWorkspace([pattern])
      for round in 0..<8 {
        let core = round < 5 ? generator.disturbed(sample.text) : generator.noise()
        let text = generator.noise() + core + generator.noise()
        let bytes = Array(text.utf8)
        let span = try UTF8Span(validating: bytes.span)
        var fresh = OutlineWorkspace([pattern])
        let isAccepted = fresh.accepts(bytes)
        for _ in 0..<3 {
          let again = outlines.accepts(bytes, &seen)
          #expect(again == isAccepted, "known words change the answer")
        }
        rejections += isAccepted ? 0 : 1
        guard (try? workspace.firstMatch(of: pattern, in: span)) ?? nil != nil else { continue }
        matches += 1
        #expect(
          isAccepted,
          "\(pattern.source.debugDescription) \(options.rawValue) in \(text.debugDescription)")
      }
    }
    #expect(matches > 100)
    #expect(rejections > 50)
  }

  @Test(
    "tell words side by side from words in one text",
    arguments: [
      (#"(?<!\w)cats\W{0,4}?(?:are|is)(?!\w)"#, "cats are here", true),
      (#"(?<!\w)cats\W{0,4}?(?:are|is)(?!\w)"#, "cats that are here", false),
      (#"(?<!\w)cats\W{0,4}?(?:are|is)(?!\w)"#, "cats —… are", true),
      (#"(?<!\w)cats\W{0,4}?(?:are|is)(?!\w)"#, "cats arenas", false),
      (#"(?<!\w)cats\W{0,4}?(?:are|is)(?!\w)"#, "bobcats are", false),
      (#"(?:very |so ){1,3}bad"#, "very so bad", true),
      (#"(?:very |so ){1,3}bad"#, "bad", false),
      (#"(?:\w+ ){2}end"#, "one two end", true),
      (#"(?:\w+ ){2}end"#, "one end", false),
      (#"x{3}y"#, "xxy", false),
      (#"x{3}y"#, "xxxxy", true),
      (#"a\b-?\bb"#, "a-b", true),
      (#"a\b-?\bb"#, "ab", false),
      (#"d[^\w\s]g"#, "d🐶g", true),
      (#"d[^\w\s]g"#, "dog", false),
      (#"stra(?:ß|ss)e"#, "STRASSE", true),
      (#"kiss"#, "\u{212A}iss", true),
      (#"(a)\1b"#, "aab", true),
      (#"end$"#, "the end", true),
    ])
  func table(source: String, text: String, isAccepted: Bool) throws {
    var outlines = OutlineWorkspace([try Pattern(source)])
    let bytes = Array(("x " + text).utf8)
    let accepts = outlines.accepts(bytes, within: 2..<bytes.count)
    #expect(accepts == isAccepted)
  }

  @Test("are read back as they were written, and made anew where that cannot be")
  func writtenDown() throws {
    let source = #"(?<!\w)cats\W{0,4}?(?:are|is)(?!\w)"#
    let texts = ["cats are here", "cats that are here", "dogs are here", ""].map { Array($0.utf8) }
    func answers(_ source: String, _ written: [UInt8]?) -> [Bool] {
      var outlines = OutlineWorkspace([Pattern(compiledBefore: source) { written }])
      return texts.map { outlines.accepts($0) }
    }
    let expected = [true, false, false, false]
    let written = try Pattern(source).writtenOutline()
    #expect(answers(source, written) == expected)
    #expect(answers("dogs", written) == expected, "what was written down is what is followed")
    #expect(answers("dogs", []) == [true, true, true, true], "none was written down")
    // Labels come first, then where each node leads to: that of the second one here to nowhere.
    var astray = written
    astray[2 * 8 + 2 * Int(written[0]) + 2 * 1 + 1] = 0x7F
    for damaged in [nil, written.dropLast(), written + [0], astray] {
      #expect(answers("dogs", damaged) == [false, false, true, false])
    }
  }

  @Test("say the same when their states had to be made anew")
  func manyStates() throws {
    let pattern = try Pattern(#"(?:a\w{0,9}){3}[xyz].{0,12}[pq]{2}"#)
    var random = SeededRandom(seed: 7)
    var seen = SeenWords()
    var kept = OutlineWorkspace([pattern])
    for _ in 0..<2_000 {
      let text = (0..<60).map { _ in "abxp qyc".utf8.randomElement(using: &random) ?? 0 }
      var fresh = OutlineWorkspace([pattern])
      let answer = kept.accepts(text, &seen)
      let freshAnswer = fresh.accepts(text)
      #expect(answer == freshAnswer)
    }
  }

  @Test("take a text as accepted when they have followed enough of it")
  func longText() throws {
    var outlines = OutlineWorkspace([try Pattern("aab")])
    let text = [UInt8](repeating: 0x61, count: OutlineWorkspace.mostSteps + 1)
    let whole = outlines.accepts(text)
    let part = outlines.accepts(text, within: 1..<text.count)
    #expect(whole && !part)
  }

  @Test("pass over what no match begins in, however long")
  func passedOver() throws {
    var outlines = OutlineWorkspace([try Pattern(#"\bbad"#)])
    let text = Array(String(repeating: "good ", count: OutlineWorkspace.mostSteps / 3).utf8)
    let without = outlines.accepts(text)
    let with = outlines.accepts(text + Array("bad".utf8))
    #expect(with && !without)
  }
}
