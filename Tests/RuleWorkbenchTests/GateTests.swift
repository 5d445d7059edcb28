import Alongside
import Diagnostics
import Foundation
import RulePacks
import RuleWorkbench
import TestSupport
import Testing

@Suite("The promotion gate")
struct GateTests {
  static let rules = Repository.root.appending(path: "rules").path()
  static let planted = Repository.fixture("gate/planted.yaml")
  static let sentinels = Repository.fixture("scans/rules-for-tests").path()

  private func files(in folder: String) throws -> [CorpusFile] {
    let files = Repository.names(in: Repository.fixture(folder)).filter {
      $0.hasSuffix(".ndjson")
    }
    return try CorpusFolder(files.map { Repository.fixture("\(folder)/\($0)").path() }).files
  }

  /// One test, as compiling the shipped packs takes a while in a debug build.
  @Test("lets the shipped packs through, and stops a bad rule planted among them")
  func shippedPacks() throws {
    let bad = PackSource(name: "planted.yaml", bytes: Array(try Data(contentsOf: Self.planted)))
    let gate = try PromotionGate(try RuleAuthoring(folder: Self.rules).sources + [bad])
    var stopped: [String] = []
    for file in try files(in: "gate") + files(in: "benign") {
      let failures = try gate.benign(file).failures
      let others = failures.filter { !$0.contains("planted.") }
      #expect(others == [], "\(file.name)")
      stopped += failures.filter { $0.contains("planted.") }
    }
    #expect(stopped.contains("g1: `planted.library.010` finds racism"))

    let folder = Repository.fixture("packs/timelines").path()
    let sources = try TimelineFiles.sources(in: folder, beside: Self.rules)
    let (faults, posts) = try TimelineProof(gate.rules).faults(of: sources)
    #expect(posts > 0)
    let others = faults.filter { !$0.message.contains("planted.") }
    #expect(others.map { DiagnosticRenderer().render($0) } == [])
  }

  @Test("stops packs that flag more harmless texts than before, or find less")
  func regressions() throws {
    let sources = try RuleAuthoring(folder: Self.sentinels).sources
    let corpora = try CorpusFolder([Repository.fixture("corpora").path()])
    let same = try PromotionGate(sources).regressions(on: corpora, against: sources)
    #expect(same.map(\.failures) == [[], []])

    let worse = sources.map { source in
      let text = String(decoding: source.bytes, as: UTF8.self)
        .replacing(#"\bplizzet\b"#, with: #"\b(?:plizzet|meadow)\b(?! here)"#)
        .replacing(#""a «plizzet» here""#, with: #""a «plizzet»""#)
      return PackSource(name: source.name, text: text)
    }
    let checks = try PromotionGate(worse).regressions(on: corpora, against: sources)
    #expect(
      checks.map(\.failures) == [
        ["3 harmless texts are flagged, 2 before", "macro-F1 is 36.5, 61.9 before"], [],
      ])
  }

  @Test("stops packs whose examples fail")
  func examples() throws {
    let sources = try RuleAuthoring(folder: Self.sentinels).sources.map { source in
      let text = String(decoding: source.bytes, as: UTF8.self)
      return PackSource(name: source.name, text: text.replacing("[snibs, word]", with: "[snib]"))
    }
    let check = try PromotionGate(sources).proof(timelines: [])
    #expect(check.failures.count == 1)
    #expect(check.failures.first?.contains("sentinels.snib.010") == true)
  }
}
