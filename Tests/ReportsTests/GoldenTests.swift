import Foundation
import Reports
import ReviewFigures
import TestSupport
import Testing
import TimelineModel

@Suite("Reports of the cases in fixtures/scans")
struct GoldenTests {
  @Test("look as they were read and found right", arguments: ScanCase.all)
  func goldens(of scan: ScanCase) async throws {
    for writer in ReportRegistry.all where scan.hasGolden(of: writer) {
      try Golden.expect(try await scan.rendered(by: writer), at: scan.golden(of: writer))
    }
  }

  @Test(
    "come out the same when exposures are written out as they are found", arguments: ScanCase.all)
  func spooled(_ scan: ScanCase) async throws {
    let review = Review(of: try await scan.plainReport())
    let whole = JSONReport.render(review, try scan.reportOptions)
    let spooled = try await scan.document()
    #expect(String(decoding: spooled, as: UTF8.self) == String(decoding: whole, as: UTF8.self))
  }

  @Test("there are cases, every case has two goldens, and every golden belongs to a writer")
  func cases() {
    #expect(ScanCase.all.count >= 12)
    let known = Set(ReportRegistry.all.map { "expected." + $0.fileExtension })
    for scan in ScanCase.all {
      let goldens = Set(Repository.names(in: scan.folder).filter { $0.hasPrefix("expected.") })
      #expect(goldens.isSubset(of: known), "\(scan.name)")
      #expect(goldens.isSuperset(of: ["expected.json", "expected.txt"]), "\(scan.name)")
    }
    for writer in ReportRegistry.all {
      #expect(ScanCase.all.contains { $0.hasGolden(of: writer) }, "\(writer.id)")
    }
  }

  @Test("writers have names and endings of their own")
  func registry() {
    let ids = ReportRegistry.all.map { $0.id }
    #expect(Set(ids).count == ids.count)
    let endings = ReportRegistry.all.map { $0.fileExtension }
    #expect(Set(endings).count == endings.count)
    for writer in ReportRegistry.all {
      #expect(!writer.summary.isEmpty && !writer.summary.hasSuffix("."), "\(writer.id)")
    }
  }

  @Test("the document is JSON of the schema that it names", arguments: ScanCase.all)
  func schema(of scan: ScanCase) async throws {
    let bytes = JSONReport.render(try await scan.review(), try scan.reportOptions)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(document["schema"] as? String == "alongside.scan/1")
    let members = [
      "schema", "run", "coverage", "headline", "review", "rules", "captures", "refused",
      "exposures", "thread_exposures",
    ]
    #expect(document.keys.sorted() == members.sorted())
    let captures = try #require(document["captures"] as? [[String: Any]])
    let inputs = try #require((document["run"] as? [String: Any])?["inputs"] as? [[String: Any]])
    for capture in captures {
      #expect(inputs.indices.contains(try #require(capture["input"] as? Int)))
    }
    for key in ["exposures", "thread_exposures"] {
      for exposure in try #require(document[key] as? [[String: Any]]) {
        #expect(captures.indices.contains(try #require(exposure["capture"] as? Int)))
        try expectFactorsExplainRisk(exposure)
      }
    }
  }

  /// Whoever reads the document can work out the risk from the factors in it.
  private func expectFactorsExplainRisk(_ exposure: [String: Any]) throws {
    let factors = try #require(exposure["factors"] as? [[String: Any]])
    var rest = 1.0
    for factor in factors {
      let weights = try ["s", "k", "v", "m", "c"].map { try #require(factor[$0] as? Double) }
      let product = min(1, weights.reduce(1, *))
      #expect(abs(try #require(factor["product"] as? Double) - product) < 1e-5)
      rest *= 1 - product
    }
    #expect(abs(try #require(exposure["risk"] as? Double) - (1 - rest)) < 1e-5)
  }

  @Test("the terminal gets nothing that it would act on", arguments: ScanCase.all)
  func terminal(of scan: ScanCase) async throws {
    let bytes = TerminalReport.render(try await scan.review(), try scan.reportOptions)
    for scalar in try #require(String(validating: bytes, as: UTF8.self)).unicodeScalars {
      let isHarmless =
        scalar == "\n"
        || scalar.properties.generalCategory != .control && !scalar.properties.isBidiControl
      #expect(isHarmless, "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test("the terminal's summary fits one screen", arguments: ScanCase.all)
  func oneScreen(of scan: ScanCase) async throws {
    let bytes = TerminalReport.render(try await scan.review(), try scan.reportOptions)
    #expect(bytes.count { $0 == UInt8(ascii: "\n") } <= 40)
  }

  @Test("colour is only added, and only where it is wanted")
  func colour() async throws {
    let report = try await ScanCase(name: "direct-neighbours").review()
    var options = ReportOptions()
    let plain = String(decoding: TerminalReport.render(report, options), as: UTF8.self)
    options.usesColour = true
    let coloured = String(decoding: TerminalReport.render(report, options), as: UTF8.self)
    #expect(coloured.contains("\u{1B}[1m") && coloured.contains("\u{1B}[31m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9]+m/, with: "") == plain)
  }
}
