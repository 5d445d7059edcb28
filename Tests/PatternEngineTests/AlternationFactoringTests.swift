import Testing

@testable import PatternEngine

@Suite("Factoring an alternation")
struct AlternationFactoringTests {
  @Test(
    "compares each letter once",
    arguments: [
      ("cat|dog|cow|duck|a|b|c|d|e", "c(?:at|ow|)|d(?:og|uck|)|a|b|e"),
      ("Cat|cOw|a|b|d|e|f|g|h", "C(?:at|Ow)|a|b|d|e|f|g|h"),
      ("cats?|cat|cab|a|b|d|e|f|g", "ca(?:t(?:s?|)|b)|a|b|d|e|f|g"),
      (#"ab|\w|ac|ad|1|2|3|4|5"#, #"ab|\w|a(?:c|d)|1|2|3|4|5"#),
      ("ab||ac|ad|1|2|3|4|5", "ab||a(?:c|d)|1|2|3|4|5"),
      ("a?b|ac|ad|1|2|3|4|5|6", "a?b|a(?:c|d)|1|2|3|4|5|6"),
      ("🐀a|🐀b|éa|éb|1|2|3|4|5", "🐀(?:a|b)|éa|éb|1|2|3|4|5"),
      ("x(?:ab|ac|[|)]|ad)y|1|2|3|4|5", "x(?:a(?:b|c)|[|)]|ad)y|1|2|3|4|5"),
      ("(?<=ab|ac)(?!ab|ac|1|2|3|4|5|6)x", "(?<=ab|ac)(?!a(?:b|c)|1|2|3|4|5|6)x"),
      ("(?x) a b | a c # | (\n | 1|2|3|4|5|6", "(?x)a(?:b|c)|1|2|3|4|5|6"),
      (#"(?x) \x{61} 1 | \d {2} | 1|2|3|4|5|6|7"#, #"(?x)\x{61} 1|\d{2}|1|2|3|4|5|6|7"#),
    ])
  func table(source: String, expected: String) {
    #expect(AlternationFactoring.factored(source, options: .caseless) == expected)
  }

  @Test(
    "leaves alone what it cannot tell to stay the same",
    arguments: [
      "ab|ac", "(ab|ac)|1|2|3|4|5|6|7", #"ab|ac|\1|2|3|4|5|6|7"#, "a(?i)b|ac|1|2|3|4|5|6|7",
      "(*COMMIT)ab|ac|1|2|3|4|5|6|7", #"\Qab|ac\E|1|2|3|4|5|6|7|8"#, "(?R)?a|b|1|2|3|4|5|6|7",
      "(?<n>a)|b|1|2|3|4|5|6|7", "(?i:a)|b|1|2|3|4|5|6|7", "(?#|)a|b|1|2|3|4|5|6|7",
      #"\x61|b|1|2|3|4|5|6|7"#, "[[:alpha:]]|b|1|2|3|4|5|6|7", "(?|a|b)|1|2|3|4|5|6|7",
    ])
  func unsuitable(source: String) {
    #expect(AlternationFactoring.factored(source, options: .caseless) == nil)
  }

  @Test("tells case apart where the pattern does")
  func caseSensitive() {
    let factored = AlternationFactoring.factored("Cat|cow|Cub|1|2|3|4|5|6", options: [])
    #expect(factored == "C(?:at|ub)|cow|1|2|3|4|5|6")
  }

  @Test("changes no match", arguments: 0..<10 as Range<UInt64>)
  func differential(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var workspace = MatchWorkspace()
    var (matches, factored) = (0, 0)
    for _ in 0..<40 {
      let source = alternation(&random, depth: 2, branches: 8)
      let options: Pattern.Options = random.oneIn(3) ? [] : .caseless
      guard let pattern = try? Pattern(source, options: options) else { continue }
      // A capture keeps the source as it is.
      let plain = try Pattern(source + "()", options: options)
      if AlternationFactoring.factored(source, options: options) != nil { factored += 1 }
      for _ in 0..<10 {
        let text = Array(
          (0..<3).map { _ in word(&random) + random.pick(["", " ", "s"]) }.joined().utf8)
        let span = try UTF8Span(validating: text.span)
        // The two may take a different number of steps, so either may give up alone.
        guard case .success(let match) = outcome(of: pattern, in: span, &workspace),
          case .success(let expected) = outcome(of: plain, in: span, &workspace)
        else { continue }
        #expect(match == expected, "\(source)")
        if match != nil { matches += 1 }
      }
    }
    #expect(factored > 30)
    #expect(matches > 100)
  }

  private func outcome(
    of pattern: Pattern, in text: UTF8Span, _ workspace: inout MatchWorkspace
  ) -> Result<Range<Int>?, MatchFailure> {
    Result { () throws(MatchFailure) in try workspace.firstMatch(of: pattern, in: text) }
  }

  private func word(_ random: inout SeededRandom) -> String {
    (0...random.upTo(3)).map { _ in random.pick(["a", "b", "c", "A", "k", "s", "é", "🐀", "ſ"]) }
      .joined()
  }

  private func alternation(_ random: inout SeededRandom, depth: Int, branches: Int) -> String {
    (0...branches + random.upTo(8)).map { _ in
      (0...random.upTo(2)).map { _ in item(&random, depth: depth) }.joined()
    }.joined(separator: "|")
  }

  private func item(_ random: inout SeededRandom, depth: Int) -> String {
    switch random.upTo(12) {
    case 0: return #"\b"#
    case 1: return random.pick([#"\w"#, ".", "[ab]", #"\s"#, "[^a]", #"\x{61}"#, #"\p{L}"#])
    case 2: return word(&random) + random.pick(["?", "*", "+?", "{1,2}", "?+"])
    case 3...4 where depth > 0:
      let opening = random.pick(["(?:", "(?>", "(?=", "(?!", "(?:"])
      return opening + alternation(&random, depth: depth - 1, branches: 2) + ")"
        + (opening == "(?:" ? random.pick(["", "?", "+", "{2}"]) : "")
    case 5: return random.oneIn(4) ? "(?<!" + word(&random) + ")" : ""
    default: return word(&random)
    }
  }
}
