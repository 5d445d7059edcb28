import RulePacks
import Testing
import TimelineModel

@Suite("Profiles and explanations")
struct ProfileTests {
  @Test("a profile counts the texts a pattern is tried on and those it matches")
  func counts() throws {
    let rules = try compiled(
      """
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: 'daft +turnip'}
        - {id: t.a.020, summary: s, category: rude, tier: low, pattern: '\\d'}
        - {id: t.a.030, summary: s, category: rude, tier: low, labels: [x:silly]}
        - {id: t.slow.010, summary: s, pattern: '\(UndecidedTests.catastrophe)'}
      """)
    var profile = try RuleProfile(rules, limits: UndecidedTests.limits)
    let screening = Screening([
      .init("daft turnip"), .init("daft , turnip"), .init("daft"), .init("7"),
      .init(UndecidedTests.text),
    ])
    try profile.add(screening.batch, screening.folded)
    let rows = profile.rows.map { [$0.candidates, $0.matches, $0.undecided] }
    #expect(rows == [[2, 1, 0], [5, 1, 0], [0, 0, 0], [5, 0, 1]])
  }

  @Test("a rule can be explained: its whole pattern, what it requires, what it refers to")
  func explanation() throws {
    let rules = try compiled(
      """
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: 'daft {{veg}}',
           unless: ["t.no.*"], near: {rule: t.near.010, words: 2}}
        - {id: t.no.010, summary: s, labels: [x:silly]}
        - {id: t.no.020, summary: s, pattern: never}
        - {id: t.near.010, summary: s, pattern: near}
      """, words: "{veg: [turnip, sea kale]}")
    #expect(rules.expandedPattern(of: 0) == #"daft (?:turnip|sea\s+kale)"#)
    #expect(rules.requirement(of: 0)?.contains("daft") == true)
    #expect(rules.expandedPattern(of: 1) == nil)
    #expect(rules.conditions(of: 0).unless == [1, 2])
    #expect(rules.conditions(of: 0).near == 3)
  }
}
