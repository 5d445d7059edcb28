import Diagnostics
import Foundation
import RulePacks
import Testing
import TimelineModel

@Suite("The packs that ship")
struct ShippedPacksTests {
  static let folder = PackFixtures.repository.appending(path: "rules").resolvingSymlinksInPath()

  private func library() throws -> RuleLibrary {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Self.folder.path())
      .filter { $0.hasSuffix(".yaml") }
    let sources = try names.sorted().map { name in
      PackSource(
        name: name, bytes: Array(try Data(contentsOf: Self.folder.appending(path: name))))
    }
    return try RuleLibrary(sources)
  }

  /// One test, as compiling them takes a while in a debug build.
  @Test("compile, pass their proof, and find the same with the prefilter and without it")
  func shippedPacks() throws {
    let library = try library()
    let rules = try CompiledRules(library, options: .init(strictness: 3))
    let faults = try RuleProof(library, rules).faults()
    let shown = faults.prefix(10).map { DiagnosticRenderer().render($0) }.joined()
    #expect(faults.isEmpty, "\(faults.count) faults:\n\(shown)")

    let texts = library.rules.flatMap { $0.rule.examples.map(\.text) }
    #expect(texts.count > 100)
    // Two in one, so that texts meet rules that they were not written for.
    let pairs = stride(from: 0, to: texts.count - 7, by: 6).map { "\(texts[$0]) \(texts[$0 + 7])" }
    let screening = Screening(pairs.map { .init($0) })
    let without = rules.with(.init(strictness: 3, usesPrefilter: false))
    let lines = try screening.lines(rules)
    #expect(lines == (try screening.lines(without)))
    #expect(lines == (try screening.lines(rules, asForFewTexts: true)))
  }
}
