import Foundation
import Testing

@testable import PatternEngine

@Suite("Required literals, against PCRE2")
struct RequiredLiteralsPropertyTests {
  /// How much was looked at, so that the test cannot pass by looking at nothing.
  private struct Tally {
    var patterns = 0
    var matches = 0
    var requirements = 0
  }

  /// `ALONGSIDE_SEEDS=1000` looks at more patterns than a run of all tests has time for.
  private static let seeds =
    0..<(ProcessInfo.processInfo.environment["ALONGSIDE_SEEDS"].flatMap(UInt64.init) ?? 5)

  @Test("are in every text that a pattern matches", arguments: seeds)
  func everyMatch(seed: UInt64) throws {
    var generator = PatternGenerator(seed: seed)
    var workspace = MatchWorkspace()
    var tally = Tally()
    for _ in 0..<100 {
      let sample = generator.next()
      let options: Pattern.Options = generator.random.oneIn(5) ? [] : .caseless
      guard let pattern = try? Pattern(sample.source, options: options) else { continue }
      tally.patterns += 1
      let required = requirements(of: pattern)
      var outlines = OutlineWorkspace([pattern])
      for _ in 0..<5 {
        let text = generator.noise() + generator.disturbed(sample.text) + generator.noise()
        let bytes = Array(text.utf8)
        let span = try UTF8Span(validating: bytes.span)
        guard (try? workspace.firstMatch(of: pattern, in: span)) ?? nil != nil else { continue }
        tally.matches += 1
        let isPossible = outlines.accepts(bytes)
        #expect(
          isPossible,
          "\(pattern.source.debugDescription) matches \(text.debugDescription)")
        tally.requirements += required.count
        for clause in required where !isMet(clause, by: text) {
          Issue.record(
            """
            \(pattern.source.debugDescription) \(options.rawValue) matches \(text.debugDescription), \
            which has none of \(clause)
            """)
        }
      }
    }
    #expect(tally.patterns > 90)
    #expect(tally.matches > 100)
    #expect(tally.requirements > 100)
  }

  @Test("are the same with the memory of other patterns", arguments: 0..<4 as Range<UInt64>)
  func memory(seed: UInt64) throws {
    var generator = PatternGenerator(seed: seed)
    var memory = RequirementMemory()
    let words = [
      "verm[i1]n", "scum(?:bag)?s?", #"k\W?iss"#, "é+tat", "(?i:Ab)c", #"st\)ff"#, "[]x)]yz",
      "r(?!x)at",
      "(?-i)Rat", "[^](]xyz", "(?:one|two|three) mice",
    ]
    var lists = (0..<4).map { _ in
      "(?:" + (0..<12).map { _ in generator.random.pick(words) }.joined(separator: "|") + ")"
    }
    lists.append("(?:" + (0..<6).map { _ in generator.next().source }.joined(separator: "|") + ")")
    for _ in 0..<60 {
      let parts = (0..<2).map { _ in generator.random.pick(lists) }
      let source =
        generator.random.pick(["", "(?x)", "(?-i)", "(?i:x)"]) + parts.joined(separator: ".*")
      let options: Pattern.Options = generator.random.oneIn(3) ? [] : .caseless
      let required = RequiredLiterals(of: source, options: options, memory: &memory)
      #expect(required == RequiredLiterals(of: source, options: options), "\(source)")
    }
    #expect(memory.requirements.count >= 8)
  }

  /// Everything that is held to be required, not only the clauses chosen.
  private func requirements(of pattern: Pattern) -> [[Literal]] {
    let chosen = RequiredLiterals(of: pattern).clauses
    var memory = RequirementMemory()
    guard
      let node = try? SyntaxParser.parse(
        pattern.source, options: pattern.options, memory: &memory)
    else {
      #expect(chosen.isEmpty)
      return []
    }
    let requirement = Requirement(of: node)
    let clauses = [requirement.prefixes, requirement.suffixes] + requirement.clauses
    let known = clauses.map(\.runs)
      .filter { $0.allSatisfy { $0.bytes.contains { $0 < Literal.Code.anyCharacter } } }
    return chosen
      + known.map { runs in runs.map { Literal(bytes: $0.bytes, caseless: $0.isCaseless) } }
  }

  private func isMet(_ clause: [Literal], by text: String) -> Bool {
    if text.unicodeScalars.contains(where: { $0 == "\u{17F}" || $0 == "\u{212A}" }) { return true }
    return clause.contains { !NaiveSearch.ends(of: $0, in: Array(text.utf8)).isEmpty }
  }
}
