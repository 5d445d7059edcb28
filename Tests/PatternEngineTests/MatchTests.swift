import Testing

@testable import PatternEngine

@Suite("A match")
struct MatchTests {
  @Test(
    "is found at its byte offsets",
    arguments: [
      ("fox", "the quick fox", 10..<13),
      ("FOX", "the quick fox", 10..<13),
      (#"\bstraße\b"#, "die STRASSE, die Straße", 17..<24),
      ("é", "x É", 2..<4),
      (#"\w+"#, "…Ωmega!", 3..<9),
      ("👩.", "a👩🏽b", 1..<9),
      ("", "", 0..<0),
      ("$", "ab", 2..<2),
      (#"foo\Kbar"#, "foobar", 3..<6),
      ("(a)(b)(c)", "xabc", 1..<4),
      ("k", "\u{212A}", 0..<3),
      ("s", "\u{17F}", 0..<2),
    ])
  func offsets(pattern: String, text: String, expected: Range<Int>) throws {
    #expect(try firstMatch(pattern, in: text) == expected)
  }

  @Test("heeds case when it is not caseless")
  func caseSensitive() throws {
    #expect(try firstMatch("fox", in: "FOX", options: []) == nil)
  }

  @Test("sees the bounds of its field as the bounds of the text")
  func fieldBounds() throws {
    let text = Array("one\0two\0three".utf8)
    let span = try UTF8Span(validating: text.span)
    var workspace = MatchWorkspace()
    let whole = try Pattern(#"\A\w+\z"#)
    #expect(try workspace.firstMatch(of: whole, in: span, within: 0..<3) == 0..<3)
    #expect(try workspace.firstMatch(of: whole, in: span, within: 4..<7) == 4..<7)
    #expect(try workspace.firstMatch(of: whole, in: span, within: 8..<13) == 8..<13)
    #expect(try workspace.firstMatch(of: whole, in: span, within: 0..<7) == nil)
    let after = try Pattern(#"(?<=\0)two"#)
    #expect(try workspace.firstMatch(of: after, in: span, within: 4..<7) == nil)
    #expect(try workspace.firstMatch(of: after, in: span, within: 3..<7) == 4..<7)
  }

  @Test("starts at or after the byte asked for, and looks behind it")
  func start() throws {
    let text = Array("ab ab".utf8)
    let span = try UTF8Span(validating: text.span)
    var workspace = MatchWorkspace()
    let word = try Pattern(#"\bab"#)
    #expect(try workspace.firstMatch(of: word, in: span, within: 0..<5, from: 1) == 3..<5)
    let tail = try Pattern(#"b"#)
    #expect(try workspace.firstMatch(of: tail, in: span, within: 0..<5, from: 5) == nil)
    let behind = try Pattern(#"(?<=a)b"#)
    #expect(try workspace.firstMatch(of: behind, in: span, within: 0..<5, from: 1) == 1..<2)
  }

  @Test("has an empty subject at any place of the text")
  func emptyField() throws {
    let empty = try Pattern("^$")
    let text = Array("ab".utf8)
    let span = try UTF8Span(validating: text.span)
    let nothing: [UInt8] = []
    let nowhere = try UTF8Span(validating: nothing.span)
    var workspace = MatchWorkspace()
    for place in 0...2 {
      #expect(
        try workspace.firstMatch(of: empty, in: span, within: place..<place) == place..<place)
    }
    #expect(try workspace.firstMatch(of: empty, in: nowhere) == 0..<0)
  }

  @Test("is refused where a bound cuts a character", arguments: [(1..<3, 1), (0..<2, 2)])
  func cutCharacter(field: Range<Int>, offset: Int) throws {
    let text = Array("€!".utf8)
    let span = try UTF8Span(validating: text.span)
    let any = try Pattern(".")
    var workspace = MatchWorkspace()
    #expect(throws: MatchFailure.malformedSubject(offset: offset)) {
      try workspace.firstMatch(of: any, in: span, within: field)
    }
    #expect(throws: MatchFailure.malformedSubject(offset: 2)) {
      try workspace.firstMatch(of: any, in: span, within: 0..<4, from: 2)
    }
  }

  @Test("is the same with a group more than once, and in a workspace used for another pattern")
  func reuse() throws {
    var workspace = MatchWorkspace()
    let text = Array("abcabc".utf8)
    let span = try UTF8Span(validating: text.span)
    let groups = try Pattern(#"(a)(b)(c)\1\2\3"#)
    let plain = try Pattern("ca")
    for _ in 0..<3 {
      #expect(try workspace.firstMatch(of: groups, in: span) == 0..<6)
      #expect(try workspace.firstMatch(of: plain, in: span) == 2..<4)
    }
  }

  @Test("is the same for eight workers that share one pattern they all use first")
  func sharedPattern() async throws {
    let pattern = try Pattern(#"\b(?:colou?r|shade)s?\b"#)
    let found = await withTaskGroup(of: Range<Int>?.self) { group in
      for worker in 0..<8 {
        group.addTask {
          let text = Array((String(repeating: "é", count: worker) + " Colours").utf8)
          var workspace = MatchWorkspace()
          guard let span = try? UTF8Span(validating: text.span) else { return nil }
          return try? workspace.firstMatch(of: pattern, in: span)
        }
      }
      return await group.reduce(into: Set<Range<Int>>()) { if let range = $1 { $0.insert(range) } }
    }
    #expect(found == Set((0..<8).map { $0 * 2 + 1..<$0 * 2 + 8 }))
  }
}
