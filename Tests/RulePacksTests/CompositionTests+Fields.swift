import RulePacks
import Testing
import TimelineModel

/// What of a post a rule reads.
extension CompositionTests {
  @Test("a rule reads its fields only")
  func fields() throws {
    let rules = try compiled(
      """
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: turnip}
        - {id: t.name.010, summary: s, category: rude, tier: low, fields: [display-name, link],
           pattern: turnip}
      """)
    let lines = try Screening([
      .init([
        (.text, "turnip"), (.contentWarning, "turnip"), (.altText, "turnip"), (.card, "turnip"),
        (.link, "turnip"), (.displayName, "turnip"),
      ])
    ]).lines(rules)
    #expect(
      lines == [
        "0 t.a.010 low text «turnip»", "0 t.a.010 low content-warning «turnip»",
        "0 t.a.010 low alt-text «turnip»", "0 t.a.010 low card «turnip»",
        "0 t.name.010 low link «turnip»", "0 t.name.010 low display-name «turnip»",
      ])
  }

  @Test("labels match as a whole and can be conditions")
  func labels() throws {
    let rules = try compiled(
      """
        - {id: t.label.010, summary: s, category: silly, tier: high, language: any,
           labels: [x:silly, x:daft]}
        - {id: t.mark.010, summary: s, labels: [x:mark]}
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: turnip, all: [t.mark.010]}
      """)
    let lines = try Screening([
      .init("", labels: ["x:sillyish", "x:daft", "x:silly"]),
      .init("turnip", labels: ["x:mark"]),
      .init("turnip"),
      .init("turnip", language: "fr", labels: ["x:mark", "x:silly"]),
    ]).lines(rules)
    #expect(
      lines == [
        "0 t.label.010 high label «x:daft»", "0 t.label.010 high label «x:silly»",
        "1 t.a.010 low text «turnip»", "3 t.label.010 high label «x:silly»",
      ])
  }

  @Test("plain rules see what was written, folded rules what was meant")
  func views() throws {
    let rules = try compiled(
      """
        - {id: t.plain.010, summary: s, category: rude, tier: low, view: plain, pattern: turnip}
        - {id: t.folded.010, summary: s, category: rude, tier: low, pattern: turnip}
        - {id: t.both.010, summary: s, category: rude, tier: low, view: both, pattern: 't[üu]rnip'}
      """)
    let lines = try Screening([.init("Turnip"), .init("ｔｕｒｎｉｐ"), .init("türnip")]).lines(rules)
    #expect(
      lines == [
        "0 t.plain.010 low text «Turnip»", "0 t.folded.010 low text «Turnip»",
        "0 t.both.010 low text «Turnip»",
        "1 t.folded.010 low text «turnip»", "1 t.both.010 low text «turnip»",
        "2 t.folded.010 low text «turnip»", "2 t.both.010 low text «türnip»",
      ])
  }

  @Test("a space in a word is any white space, except in a class or behind a backslash")
  func wordSpaces() throws {
    let rules = try compiled(
      """
        - {id: t.a.010, summary: s, category: rude, tier: low, pattern: '(?x) \\b {{two}} \\b'}
      """,
      words:
        #"{two: ["daft turnip", "leek[ x]stew", "{{inner}}"], inner: ['sea\ kale', 'n#1 pea']}"#)
    try expect(
      rules,
      [
        Case("daft  \n turnip", "t.a.010 low text «daft  \n turnip»"),
        Case("leek stew", "t.a.010 low text «leek stew»"),
        Case("n#1  pea", "t.a.010 low text «n#1  pea»"),
        Case("sea kale", "t.a.010 low text «sea kale»"),
        Case("daftturnip"),
        Case("sea  kale"),
      ])
  }
}
