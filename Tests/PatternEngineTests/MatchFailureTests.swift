import Testing

@testable import PatternEngine

@Suite("A match failure")
struct MatchFailureTests {
  let runaway = #"^(a+)+$"#
  let subject = String(repeating: "a", count: 40) + "!"

  @Test("says that a match limit is not a miss")
  func matchLimit() {
    #expect(throws: MatchFailure.matchLimit) { try firstMatch(runaway, in: subject) }
  }

  @Test("says so for an interpreted pattern too")
  func interpretedMatchLimit() {
    #expect(throws: MatchFailure.matchLimit) {
      try firstMatch("(*NO_JIT)" + runaway, in: subject)
    }
  }

  @Test("names the depth limit of the interpreter")
  func depthLimit() {
    #expect(throws: MatchFailure.depthLimit) {
      try firstMatch(
        "(*NO_JIT)(a|b)*[cd]", in: subject, limits: MatchLimits(depthLimit: 10))
    }
  }

  @Test("names the heap limit of the interpreter")
  func heapLimit() {
    #expect(throws: MatchFailure.heapLimit) {
      try firstMatch(
        "(*NO_JIT)(?:(a)|b)*[cd]", in: String(repeating: "a", count: 5_000),
        limits: MatchLimits(heapLimitKiB: 1))
    }
  }

  @Test("names the stack of the machine code")
  func jitStackLimit() {
    #expect(throws: MatchFailure.jitStackLimit) {
      try firstMatch(
        "^(?:(a)|b)*[cd]", in: String(repeating: "a", count: 50_000),
        limits: MatchLimits(matchLimit: 10_000_000, jitStackKiB: 32))
    }
  }

  @Test("is that of machine code where patterns are interpreted")
  func interpreting() throws {
    var workspace = MatchWorkspace(limits: MatchLimits(heapLimitKiB: 1), interprets: true)
    let bytes = Array(String(repeating: "a", count: 1_000).utf8)
    let span = try UTF8Span(validating: bytes.span)
    // The interpreter by itself would run out of memory.
    #expect(try workspace.firstMatch(of: Pattern("(?:(a)|b)*[cd]"), in: span) == nil)
    #expect(try workspace.firstMatch(of: Pattern("(a)+$"), in: span) == 0..<1_000)
    let hopeless = try Pattern(runaway)
    let subject = Array(subject.utf8)
    let text = try UTF8Span(validating: subject.span)
    #expect(throws: MatchFailure.matchLimit) { try workspace.firstMatch(of: hopeless, in: text) }
  }

  /// Some of which the interpreter decides, some only machine code, and some neither.
  @Test(
    "is the same before there is machine code, when it is made, and behind that",
    arguments: [
      ("^(a+)+$", 40), ("^(a|b)*[cd]", 9_000), ("^(?:(a)|b)*[cd]", 30_000), ("^(?:(a)|b)*$", 3_000),
      ("a(?=a*x)|(a+a+)+y", 25), ("(*NO_JIT)^(a+)+$", 40), ("a{3}$", 50),
    ])
  func repetition(source: String, length: Int) throws {
    var workspace = MatchWorkspace()
    let bytes = Array((String(repeating: "a", count: length) + "!").utf8)
    let text = try UTF8Span(validating: bytes.span)
    func outcomes(of pattern: Pattern) -> Set<String> {
      Set(
        (0...MachineCode.interpretedBytes / length + 1).map { _ in
          do throws(MatchFailure) {
            return "\(String(describing: try workspace.firstMatch(of: pattern, in: text)))"
          } catch { return "\(error)" }
        })
    }
    let prepared = try Pattern(source)
    prepared.prepareForMatching()
    let expected = outcomes(of: prepared)
    #expect(expected.count == 1)
    #expect(try outcomes(of: Pattern(source)) == expected)
  }

  @Test("does not outlive its match")
  func recovery() throws {
    var workspace = MatchWorkspace()
    let bytes = Array(subject.utf8)
    let span = try UTF8Span(validating: bytes.span)
    let hopeless = try Pattern(runaway)
    let easy = try Pattern("a!")
    #expect(throws: MatchFailure.matchLimit) { try workspace.firstMatch(of: hopeless, in: span) }
    #expect(try workspace.firstMatch(of: easy, in: span) == 39..<41)
  }
}
