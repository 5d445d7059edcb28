import Diagnostics
import PatternEngine
import RulePacks
import Testing
import TimelineModel

@Suite("What cannot be decided is never absent")
struct UndecidedTests {
  /// Backtracks without end on `aaaa…!`, where only PCRE2 can tell what does not follow.
  static let catastrophe = "turnip (?:a+)+(?!.)"
  static let text = "turnip " + String(repeating: "a", count: 40) + "!"
  static let limits = MatchLimits(matchLimit: 1_000)

  @Test(
    "an undecided condition makes undecided what needs it, and nothing else",
    arguments: [
      ("red", "all: [t.slow.010]", ["undecided by t.slow.010"]),
      ("red", "unless: [t.slow.010]", ["undecided by t.slow.010"]),
      ("red", "any: [t.slow.010]", ["undecided by t.slow.010"]),
      ("red", "any: [t.slow.010, t.turnip.010]", ["low text «red»"]),
      ("red", "all: [t.slow.010, t.absent.010]", []),
      ("red", "unless: [t.slow.010, t.turnip.010]", ["low text «red» dropped by t.turnip.010"]),
      ("blue", "all: [t.slow.010]", []),
      ("red", "near: {rule: t.slow.010, words: 3}", ["undecided by t.a.010"]),
      ("red", "all: [t.wrapped.010]", ["undecided by t.slow.010"]),
    ])
  func conditions(word: String, condition: String, expected: [String]) throws {
    let rules = try compiled(
      """
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: red, \(condition)}
        - {id: t.slow.010, summary: s, pattern: '\(Self.catastrophe)'}
        - {id: t.turnip.010, summary: s, pattern: turnip}
        - {id: t.absent.010, summary: s, pattern: absent}
        - {id: t.wrapped.010, summary: s, pattern: turnip, unless: [t.slow.010]}
      """)
    let lines = try Screening([.init(word + " " + Self.text)]).lines(rules, limits: Self.limits)
    #expect(lines == expected.map { "0 t.a.010 " + $0 })
  }

  @Test("a rule undecided on one field and matching on another matches")
  func otherField() throws {
    let rules = try compiled(
      """
        - {id: t.slow.010, summary: s, category: rude, tier: low, pattern: '\(Self.catastrophe)'}
      """)
    let lines = try Screening([
      .init([(.text, Self.text), (.altText, "turnip aa")]),
      .init([(.text, Self.text), (.altText, "turnip")]),
    ]).lines(rules, limits: Self.limits)
    #expect(
      lines == ["0 t.slow.010 low alt-text «turnip aa»", "1 t.slow.010 undecided by t.slow.010"])
  }

  @Test("an undecided stance lowers nothing and is reported, where there is something to lower")
  func stance() throws {
    let rules = try compiled(
      """
        - {id: t.red.010, summary: s, category: rude, tier: high, pattern: red}
        - {id: t.slow.010, summary: s, stance: report, pattern: '\(Self.catastrophe)'}
      """)
    let lines = try Screening([.init("red " + Self.text), .init(Self.text)])
      .lines(rules, limits: Self.limits)
    #expect(lines == ["0 t.red.010 high text «red»", "0 t.slow.010 undecided by t.slow.010"])
  }

  @Test("an example that cannot be decided fails its proof")
  func proof() throws {
    let repeated = String(repeating: "a", count: 60)
    let library = try PackFixtures.library(
      """
      pack: t
      version: 1.0.0
      language: en
      summary: s
      rules:
        - id: t.slow.010
          summary: s
          pattern: 'turnip (?:(?:\\w|a)+)+(?!.)'
          examples:
            ignore: ["turnip \(repeated)?"]
      """)
    let codes = try RuleProof(library).faults().map(\.code)
    #expect(codes == [PackCode.undecidedExample])
  }
}
