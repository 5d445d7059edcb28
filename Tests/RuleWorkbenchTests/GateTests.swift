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

  @Test("lets the shipped packs through on harmless posts, and stops them with a bad rule planted")
  func harmlessPosts() throws {
    let shipped = try RuleAuthoring(folder: Self.rules).sources
    let posts = try files(in: "gate") + files(in: "benign")
    let gate = try PromotionGate(shipped)
    for file in posts {
      let check = try gate.benign(file)
      #expect(check.failures.isEmpty, "\(check.name): \(check.failures.prefix(5))")
    }
    let bad = PackSource(name: "planted.yaml", bytes: Array(try Data(contentsOf: Self.planted)))
    let harmless = try #require(posts.first)
    let stopped = try PromotionGate(shipped + [bad]).benign(harmless)
    #expect(stopped.failures == ["g1: `planted.library.010` finds racism"])
  }

  @Test("has timelines on which the shipped packs fire as written, and nothing else does")
  func timelines() throws {
    let folder = Repository.fixture("packs/timelines").path()
    let sources = try TimelineFiles.sources(in: folder, beside: Self.rules)
    let rules = try RuleAuthoring(folder: Self.rules).compiled()
    let (faults, posts) = try TimelineProof(rules).faults(of: sources)
    #expect(posts > 0)
    #expect(faults.map { DiagnosticRenderer().render($0) } == [])
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
