import Testing

@testable import PatternEngine

@Suite("A pattern")
struct PatternTests {
  @Test(
    "that cannot be compiled names the byte and the reason",
    arguments: [
      ("(", 114, 1, "missing closing parenthesis"),
      ("é(", 114, 3, "missing closing parenthesis"),
      ("a*+b(?<n", 142, 8, "syntax error in subpattern name (missing terminator?)"),
      ("[z-a]", 108, 3, "range out of order in character class"),
      (#"a\"#, 101, 2, #"\ at end of pattern"#),
      (#"\C"#, 183, 2, #"using \C is disabled by the application"#),
      (#"\p{Klingon}"#, 147, 11, #"unknown property after \P or \p"#),
      ("(?<=a+)b", 125, 0, "lookbehind assertion is not fixed length"),
    ] as [(String, Int32, Int, String)])
  func compileErrors(source: String, code: Int32, byteOffset: Int, message: String) {
    #expect(throws: PatternError(code: code, byteOffset: byteOffset, message: message)) {
      try Pattern(source)
    }
  }

  @Test("of more than the longest source is refused")
  func tooLong() throws {
    _ = try Pattern(String(repeating: "a", count: 20_000))
    let error = #expect(throws: PatternError.self) {
      try Pattern(String(repeating: "a", count: Pattern.longestSource + 1))
    }
    #expect(error?.code == 188)
  }

  @Test("compiles from an empty source, and matches every text")
  func emptySource() throws {
    let pattern = try Pattern("")
    #expect(pattern.mightMatchEmpty)
    #expect(pattern.minimumLength == 0)
  }

  @Test("knows its minimum length in characters, and its groups")
  func facts() throws {
    let pattern = try Pattern("(?:über(all)|straße)+")
    #expect(!pattern.mightMatchEmpty)
    #expect(pattern.minimumLength == 6)
    #expect(pattern.captureCount == 1)
    #expect(pattern.source == "(?:über(all)|straße)+")
  }

  @Test("keeps its source and options")
  func identity() throws {
    #expect(try Pattern("a", options: []).options.isEmpty)
    #expect(try Pattern("a").options == .caseless)
  }
}
