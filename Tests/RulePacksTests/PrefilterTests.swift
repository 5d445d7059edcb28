import RulePacks
import Testing
import TimelineModel

@Suite("The prefilter changes nothing but the time")
struct PrefilterTests {
  /// Rules of every shape the matcher treats apart: many clauses, none, views, conditions, labels.
  static let rules = """
      - {id: t.a.010, summary: s, category: rude, tier: floor, pattern: '\\b{{adj}} +{{veg}}\\b',
         unless: [t.not.010]}
      - {id: t.a.020, summary: s, category: rude, tier: high, view: plain, pattern: '{{veg}}s'}
      - {id: t.a.030, summary: s, category: rude, tier: medium, view: both, pattern: 'skunk|silk'}
      - {id: t.a.040, summary: s, category: silly, tier: low, pattern: '\\d{2}'}
      - {id: t.a.050, summary: s, category: silly, tier: low, pattern: 'turnip',
         near: {rule: t.near.010, words: 2}}
      - {id: t.a.060, summary: s, category: silly, tier: high, pattern: 'leek', all: [t.both.010]}
      - {id: t.a.070, summary: s, category: silly, tier: high, language: de, pattern: 'skunk'}
      - {id: t.a.080, summary: s, category: silly, tier: high, fields: [alt-text], pattern: 'leek'}
      - {id: t.a.090, summary: s, category: silly, tier: high, language: any, labels: [x:silly]}
      - {id: t.not.010, summary: s, pattern: 'not|never'}
      - {id: t.near.010, summary: s, pattern: '[ij]uicy'}
      - {id: t.both.010, summary: s, all: [t.not.010], any: [t.near.010, t.a.030]}
      - {id: t.stance.010, summary: s, stance: report, pattern: 'said'}
    """
  static let words = #"{adj: [daft, silly], veg: [turnip, leek, "silly sausage"]}"#

  static let pieces = [
    "daft", "silly", "turnip", "turnips", "leek", "leeks", "silly sausages", "skunk", "ſkunk",
    "s\u{212A}unk", "SILK", "ſil\u{212A}", "not", "never", "juicy", "iuicy", "said", "12", "3",
    "ｄａｆｔ", "t u r n i p", "l33k", "tur\u{200B}nip", "tuгnip", "🙂", "über", "", "x", "\n",
  ]

  @Test("found with it is what is found without it", arguments: 0..<40 as Range<UInt64>)
  func differential(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let contents = (0..<60).map { _ in
      let fields = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        let words = (0..<Int.random(in: 0...9, using: &random)).map { _ in
          Self.pieces.randomElement(using: &random) ?? ""
        }
        let kinds: [FieldKind] = [.text, .altText, .card, .displayName]
        return (
          kind: kinds.randomElement(using: &random) ?? .text, text: words.joined(separator: " ")
        )
      }
      return Screening.Content(
        fields, language: ["en", "de", "und", "fr"].randomElement(using: &random) ?? "en",
        labels: Bool.random(using: &random) ? [] : ["x:silly"])
    }
    let screening = Screening(contents)
    let rules = try compiled(Self.rules, words: Self.words)
    for everything in [false, true] {
      let with = rules.with(.init(reportsEverything: everything))
      let without = rules.with(.init(usesPrefilter: false, reportsEverything: everything))
      let lines = try screening.lines(with)
      #expect(lines == (try screening.lines(without)))
      #expect(lines == (try screening.lines(with, asForFewTexts: true)))
      #expect(lines.count > 20, "the texts must give the rules something to find")
    }
  }

  @Test("a batch says the same as each of its contents alone")
  func contentsAreApart() throws {
    let texts = Self.pieces.flatMap { first in
      Self.pieces.prefix(8).map { "\(first) \($0)" }
    }
    let rules = try compiled(Self.rules, words: Self.words)
    let together = try Screening(texts.map { .init($0) }).lines(rules)
    let alone = try texts.enumerated().flatMap { index, text in
      try Screening([.init(text)]).lines(rules).map { "\(index)" + $0.dropFirst() }
    }
    #expect(together == alone)
  }

  @Test("only rules without required literals always run")
  func alwaysRun() throws {
    let rules = try compiled(Self.rules, words: Self.words)
    #expect(rules.alwaysRun.map(\.id) == ["t.a.040"])
  }

  @Test("an empty batch and an empty pack find nothing")
  func empty() throws {
    #expect(try Screening([]).lines(compiled(Self.rules, words: Self.words)) == [])
    #expect(try Screening([.init("")]).lines(compiled("  []")) == [])
  }
}

/// A repeatable stream of random numbers (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
