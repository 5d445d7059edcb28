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
    0..<(ProcessInfo.processInfo.environment["ALONGSIDE_SEEDS"].flatMap(UInt64.init) ?? 12)

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
      for _ in 0..<5 {
        let text = generator.noise() + generator.disturbed(sample.text) + generator.noise()
        let bytes = Array(text.utf8)
        let span = try UTF8Span(validating: bytes.span)
        guard (try? workspace.firstMatch(of: pattern, in: span)) ?? nil != nil else { continue }
        tally.matches += 1
        tally.requirements += required.count
        for clause in required where !isMet(clause, by: text) {
          Issue.record(
            """
            \(pattern.source.debugDescription) \(options.rawValue) matches \(text.debugDescription), \
            which has none of \(clause.map { String(decoding: $0.bytes, as: UTF8.self) })
            """)
        }
      }
    }
    #expect(tally.patterns > 90)
    #expect(tally.matches > 100)
    #expect(tally.requirements > 100)
  }

  /// Everything that is held to be required, not only the clauses chosen.
  private func requirements(of pattern: Pattern) -> [[Literal]] {
    let chosen = RequiredLiterals(of: pattern).clauses
    guard let node = try? SyntaxParser.parse(pattern.source, options: pattern.options) else {
      #expect(chosen.isEmpty)
      return []
    }
    let requirement = Requirement(of: node)
    let sets =
      [requirement.exact ?? [.empty], requirement.prefixes, requirement.suffixes]
      + requirement.clauses
    return chosen
      + sets.filter { !$0.contains(.empty) }.map { runs in
        runs.map { Literal($0.bytes, caseless: $0.isCaseless) }
      }
  }

  private func isMet(_ clause: [Literal], by text: String) -> Bool {
    let bytes = Array(text.utf8)
    let lower = bytes.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if text.unicodeScalars.contains(where: { $0 == "\u{17F}" || $0 == "\u{212A}" }) { return true }
    return clause.contains { literal in
      let text = literal.isCaseless ? lower : bytes
      return text.indices.contains { text[$0...].starts(with: literal.bytes) }
    }
  }
}
