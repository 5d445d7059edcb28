import RulePacks
import Testing
import TimelineModel

@Suite("Conditions, stance and gates")
struct CompositionTests {
  /// One text, and what a scan reports of it.
  struct Case: CustomTestStringConvertible {
    var text: String
    var expected: [String]

    init(_ text: String, _ expected: String...) {
      self.text = text
      self.expected = expected
    }

    var testDescription: String { text }
  }

  func expect(_ rules: CompiledRules, _ cases: [Case]) throws {
    for item in cases {
      let lines = try Screening([.init(item.text)]).lines(rules)
      #expect(lines == item.expected.map { "0 " + $0 }, "\(item.text)")
    }
  }

  @Test("`all` wants every rule, `any` one, `unless` none")
  func conditions() throws {
    let rules = try compiled(
      """
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: turnip,
           all: [t.red.010, t.blue.010], any: [t.one.010, t.two.010], unless: ["t.no.*"]}
        - {id: t.red.010, summary: s, pattern: red}
        - {id: t.blue.010, summary: s, pattern: blue}
        - {id: t.one.010, summary: s, pattern: one}
        - {id: t.two.010, summary: s, pattern: two}
        - {id: t.no.010, summary: s, pattern: nope}
        - {id: t.no.020, summary: s, pattern: never}
      """)
    try expect(
      rules,
      [
        Case("turnip red blue one", "t.a.010 low text «turnip»"),
        Case("turnip red blue one two", "t.a.010 low text «turnip»"),
        Case("two blue red turnip", "t.a.010 low text «turnip»"),
        Case("turnip red one"),
        Case("turnip red blue"),
        Case("red blue one two"),
        Case("turnip red blue one never", "t.a.010 low text «turnip» dropped by t.no.020"),
        Case("turnip red blue one nope never", "t.a.010 low text «turnip» dropped by t.no.010"),
        Case("turnip red never"),
      ])
  }

  @Test("a condition that is itself dropped does not hold")
  func droppedCondition() throws {
    let rules = try compiled(
      """
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: turnip, all: [t.red.010]}
        - {id: t.red.010, summary: s, pattern: red, unless: [t.not.010]}
        - {id: t.not.010, summary: s, pattern: not}
        - {id: t.b.010, summary: s, category: rude, tier: low, pattern: leek, all: [t.a.010]}
      """)
    try expect(
      rules,
      [
        Case("red turnip", "t.a.010 low text «turnip»"),
        Case("not red turnip"),
        Case("leek and red turnip", "t.a.010 low text «turnip»", "t.b.010 low text «leek»"),
        Case("leek and turnip"),
      ])
  }

  @Test("a rule of conditions alone stands for them")
  func combination() throws {
    let rules = try compiled(
      """
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: turnip, unless: [t.both.010]}
        - {id: t.both.010, summary: s, all: [t.red.010], any: [t.one.010, t.two.010]}
        - {id: t.red.010, summary: s, pattern: red}
        - {id: t.one.010, summary: s, pattern: one}
        - {id: t.two.010, summary: s, pattern: two}
        - {id: t.stance.010, summary: s, stance: report, all: [t.red.010]}
      """)
    try expect(
      rules,
      [
        Case("turnip", "t.a.010 low text «turnip»"),
        Case("turnip red", "t.a.010 none text «turnip» lowered by t.stance.010"),
        Case("turnip two", "t.a.010 low text «turnip»"),
        Case(
          "turnip red two",
          "t.a.010 low text «turnip» dropped by t.both.010"),
      ])
  }

  @Test(
    "`near` counts the words between, on either side",
    arguments: [
      ("turnip red", true), ("red turnip", true), ("redturnip", true),
      ("turnip one red", true), ("turnip one two red", true), ("red one, two: turnip", true),
      ("turnip one two three red", false), ("red one two three turnip", false),
      ("turnip don't can’t red", true), ("turnip 1 2 3 red", false), ("turnip 🙂 🙂 🙂 red", true),
      ("turnip été über naïve red", false),
      // Not the first of either: some pair must be close enough.
      ("turnip a b c d e f red a b c d e f turnip a red", true),
      ("red a b c d e f turnip a b c d e f turnip", false),
    ])
  func near(text: String, matches: Bool) throws {
    let rules = try compiled(
      """
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: turnip,
           near: {rule: t.red.010, words: 2}}
        - {id: t.red.010, summary: s, pattern: red}
      """)
    let lines = try Screening([.init(text)]).lines(rules)
    #expect(lines == (matches ? ["0 t.a.010 low text «turnip»"] : []))
  }

  @Test("`near` looks at one field, `all` at all fields of one content, neither beyond it")
  func scope() throws {
    let rules = try compiled(
      """
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: turnip, all: [t.red.010]}
        - {id: t.n.010, summary: s, category: rude, tier: low, pattern: turnip,
           near: {rule: t.red.010, words: 9}}
        - {id: t.red.010, summary: s, pattern: red}
      """)
    let lines = try Screening([
      .init([(.text, "turnip"), (.altText, "red")]),
      .init("turnip"),
      .init("red"),
      .init([(.contentWarning, "red turnip"), (.text, "turnip")]),
    ]).lines(rules)
    #expect(
      lines == [
        "0 t.a.010 low text «turnip»",
        "3 t.a.010 low content-warning «turnip»", "3 t.a.010 low text «turnip»",
        "3 t.n.010 low content-warning «turnip»",
      ])
  }

  @Test("stance lowers once, marks the floor, and leaves other categories alone")
  func stance() throws {
    let rules = try compiled(
      """
        - {id: t.f.010, summary: s, category: rude, tier: floor, pattern: floors}
        - {id: t.h.010, summary: s, category: rude, tier: high, pattern: highs}
        - {id: t.l.010, summary: s, category: rude, tier: low, pattern: lows}
        - {id: t.s.010, summary: s, category: silly, tier: medium, pattern: sillies}
        - {id: t.report.010, summary: s, stance: report, pattern: "said:"}
        - {id: t.counter.010, summary: s, stance: counter, lowers: [rude], pattern: shame}
        - {id: t.endorse.010, summary: s, stance: endorse, pattern: yes indeed}
      """)
    try expect(
      rules,
      [
        Case("floors", "t.f.010 floor text «floors»"),
        Case(
          "said: floors", "t.f.010 high text «floors» lowered by t.report.010 needs review"),
        Case(
          "said: highs, shame",
          "t.h.010 medium text «highs» lowered by t.report.010, t.counter.010"),
        Case("lows, shame", "t.l.010 none text «lows» lowered by t.counter.010"),
        Case("sillies, shame", "t.s.010 medium text «sillies»"),
        Case("sillies, he said: no", "t.s.010 low text «sillies» lowered by t.report.010"),
        Case("highs, yes indeed", "t.h.010 high text «highs»"),
        Case("said: shame, yes indeed"),
      ])
  }

  @Test("without stance rules, nothing is lowered but `unless` still drops")
  func withoutStance() throws {
    let rules = try compiled(
      """
        - {id: t.h.010, summary: s, category: rude, tier: high, pattern: highs}
        - {id: t.l.010, summary: s, category: rude, tier: low, pattern: lows,
           unless: [t.report.010]}
        - {id: t.report.010, summary: s, stance: report, pattern: "said:"}
      """, options: .init(appliesStance: false))
    try expect(
      rules,
      [
        Case(
          "said: highs and lows", "t.h.010 high text «highs»",
          "t.l.010 low text «lows» dropped by t.report.010")
      ])
  }

  @Test(
    "stricter rules score only when asked for, and count as conditions always",
    arguments: [
      (1, ["t.one.010", "t.cond.010"]),
      (2, ["t.one.010", "t.two.010", "t.cond.010"]),
      (3, ["t.one.010", "t.two.010", "t.three.010", "t.cond.010"]),
    ])
  func strictness(level: Int, expected: [String]) throws {
    let rules = try compiled(
      """
        - {id: t.one.010, summary: s, category: rude, tier: low, pattern: turnip}
        - {id: t.two.010, summary: s, category: rude, tier: low, strictness: 2, pattern: turnip}
        - {id: t.three.010, summary: s, category: rude, tier: low, strictness: 3, pattern: turnip}
        - {id: t.cond.010, summary: s, category: rude, tier: low, pattern: turnip,
           all: [t.three.010]}
      """, options: .init(strictness: level))
    let lines = try Screening([.init("turnip")]).lines(rules)
    #expect(lines == expected.map { "0 \($0) low text «turnip»" })
  }

  @Test(
    "a rule runs on its languages, on unknown ones, and everywhere if it says `any`",
    arguments: [
      ("en", "010 030"), ("de", "020 030"), ("fr", "030"), ("und", "010 020 030"),
      ("qme", "010 020 030"), ("en-GB", "010 030"), ("zxx", "010 020 030"),
    ])
  func languages(language: String, expected: String) throws {
    let rules = try compiled(
      """
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: turnip}
        - {id: t.a.020, summary: s, category: rude, tier: low, language: [de, nl], pattern: turnip}
        - {id: t.a.030, summary: s, category: rude, tier: low, language: any, pattern: turnip}
      """)
    let lines = try Screening([.init("turnip", language: language)]).lines(rules)
    #expect(
      lines == expected.split(separator: " ").map { "0 t.a.\($0) low text «turnip»" })
  }
}
