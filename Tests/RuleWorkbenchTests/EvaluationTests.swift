import Alongside
import Diagnostics
import Foundation
import RuleWorkbench
import TestSupport
import Testing

@Suite("Evaluations")
struct EvaluationTests {
  static let corpora = Repository.fixture("corpora/").path()
  static let rules = Repository.fixture("scans/rules-for-tests/").path()

  private func evaluation() throws -> Evaluation {
    var evaluation = Evaluation(try RuleAuthoring(folder: Self.rules).compiled())
    evaluation.benchmarks = try Benchmark.read(Self.corpora + "benchmarks.json")
    return evaluation
  }

  @Test("say what the goldens say, in every page format", arguments: PageWriters.all.map { $0.id })
  func goldens(id: String) throws {
    var evaluation = try evaluation()
    evaluation.baseline = try RuleAuthoring(folder: Self.rules).compiled(strictness: 2)
    let writer = try #require(PageWriters.all.first { $0.id == id })
    let page = try evaluation.run(CorpusFolder([Self.corpora])).page(showsTexts: true)
    try Golden.expect(
      writer.write(page), at: Repository.fixture("corpora/expected/page.\(id).txt"))
  }

  @Test("tell which texts another set of rules judges otherwise, and whether for the better")
  func changes() throws {
    let folder = try TemporaryFolder()
    for file in ["categories.yaml", "sentinels.yaml"] {
      var text = try String(contentsOfFile: Self.rules + file, encoding: .utf8)
      text = text.replacing(#"\bzorgle\b"#, with: #"\b(?:zorgle|their kind)(?! is)\b"#)
      text = text.replacing("ignore: [zorgles, word]", with: "ignore: [zorgles, zorgle is]")
      _ = try folder.write(text, to: file)
    }
    var evaluation = try evaluation()
    evaluation.rules = try RuleAuthoring(folder: folder.url.path()).compiled()
    evaluation.baseline = try RuleAuthoring(folder: Self.rules).compiled()
    let page = try evaluation.run(CorpusFolder([Self.corpora])).page()
    let changes = try #require(page.sections.first { $0.title == "Changes" })
    #expect(
      changes.rows.map { $0.map(\.words) } == [
        ["meadow", "m3", "better", "+racism", "sentinels.zorgle.010"],
        ["meadow", "m6", "better", "−racism", "sentinels.zorgle.010"],
      ])
  }

  @Test(
    "hold against a harmless text only what its corpus asks for",
    arguments: [
      (#""label":"racism""#, #""label":"none""#, 0),
      (#""label":"explicit""#, #""label":"none""#, 1),
      (#""label":"hate""#, #""label":"none""#, 0), (#""label":"none""#, #""label":"none""#, 1),
      (#""labels":["racism"]"#, #""labels":[]"#, 1),
    ])
  func harmless(other: String, label: String, flagged: Int) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "{\"text\":\"frimp\",\(label)}\n{\"text\":\"turnip\",\(other)}\n", to: "c.ndjson")
    let page = try evaluation().run(CorpusFolder([path])).page()
    let harmless = try #require(page.sections.first { $0.title == "Harmless texts" })
    #expect(harmless.rows.first?[2].words == "\(flagged)")
    let rules = try #require(page.sections.first { $0.title == "Rules" })
    let wrong = try #require(rules.columns.firstIndex(of: "wrong"))
    #expect(rules.rows.map { $0[wrong].words } == ["\(flagged)"])
  }

  @Test("refuse a corpus of which a row cannot be read, and name the row")
  func unreadableRow() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("{\"text\":\"a\"}\n{\"id\":\"b\"}\n", to: "c.ndjson")
    let error = #expect(throws: DiagnosticList.self) {
      try evaluation().run(CorpusFolder([path]))
    }
    let diagnostic = try #require(error?.diagnostics.first)
    #expect(diagnostic.location == .record(file: path, record: 2, byte: 13))
    #expect(diagnostic.message == "the row has no `text`")
    #expect(throws: DiagnosticList.self) { try CorpusFolder(["/nowhere"]) }
  }
}
