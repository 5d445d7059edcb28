import Foundation
import PatternEngine
import RulePacks
import Testing

@Suite("A preparation of packs")
struct PreparationTests {
  private static let library = try? PackFixtures.library(
    """
    pack: t
    version: 1.0.0
    language: en
    summary: test
    words:
      roots: [turnip, swede, "beet\\\\w*"]
    rules:
      - {id: t.root.010, summary: s, category: rude, tier: low,
         pattern: '\\b(?:{{roots}})\\b'}
      - {id: t.all.010, summary: s, category: rude, tier: high,
         pattern: '\\bsalt(?!y)', all: [t.root.010]}
      - {id: t.none.010, summary: s, category: rude, tier: low, pattern: '[0-9]{4}'}
      - {id: t.not.010, summary: s, category: rude, tier: low, pattern: leek,
         unless: [t.exception.010]}
      - {id: t.exception.010, summary: s, pattern: 'leek soup'}
    """)

  private static let screening = Screening(
    [
      "a turnip", "salt and beetroot", "salty swede", "1984", "leek", "leek soup", "nothing",
      "t.u.r.n.i.p", "ſalt with turnip",
    ].map { .init($0) })

  @Test("finds what compiling anew finds", arguments: [true, false])
  func sameFindings(everything: Bool) throws {
    let library = try #require(Self.library)
    let options = CompiledRules.Options(reportsEverything: everything)
    let anew = try CompiledRules(library, options: options)
    let prepared = try CompiledRules(
      library, options: options, preparation: Preparation(of: CompiledRules(library).preparation()))
    let expected = try Self.screening.lines(anew)
    #expect(expected.count > 5)
    #expect(try Self.screening.lines(prepared) == expected)
    #expect(try prepared.preparation() == CompiledRules(library).preparation())
  }

  @Test("whose outlines are damaged or gone finds the same")
  func damagedOutlines() throws {
    let library = try #require(Self.library)
    let written = try CompiledRules(library).preparation()
    #expect(written.outlines.count > 1_000)
    let expected = try Self.screening.lines(CompiledRules(library))
    let flipped = stride(from: 0, to: written.outlines.count, by: 89).map { place in
      written.outlines.indices.map { written.outlines[$0] ^ ($0 == place ? 1 : 0) }
    }
    for damaged in [[], written.outlines.dropLast(1_000)] + flipped {
      let preparation = try Preparation(facts: written.facts) { range in
        range.upperBound <= damaged.count ? Array(damaged[range]) : nil
      }
      let rules = try CompiledRules(library, options: .init(), preparation: preparation)
      #expect(try Self.screening.lines(rules) == expected)
    }
  }

  @Test("is refused when it is cut off anywhere, or too long")
  func cutOff() throws {
    let library = try #require(Self.library)
    let whole = try CompiledRules(library).preparation().facts
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: PreparationError.self) {
        try Preparation(facts: Array(whole.prefix(length))) { _ in nil }
      }
    }
    #expect(throws: PreparationError.malformed) {
      try Preparation(facts: whole + [0]) { _ in nil }
    }
  }

  @Test("of other packs is refused")
  func otherPacks() throws {
    let other = try PackFixtures.library(
      """
      pack: t
      version: 1.0.0
      language: en
      summary: test
      rules:
        - {id: t.root.010, summary: s, category: rude, tier: low, pattern: turnip}
      """)
    let preparation = try Preparation(of: CompiledRules(other).preparation())
    #expect(throws: PreparationError.malformed) {
      try CompiledRules(try #require(Self.library), options: .init(), preparation: preparation)
    }
  }
}

extension Preparation {
  fileprivate init(of written: Written) throws(PreparationError) {
    try self.init(facts: written.facts) { Array(written.outlines[$0]) }
  }
}
