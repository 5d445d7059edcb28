import Foundation
import Reports
import TestSupport
import Testing
import TimelineModel

@Suite("What a report does not say")
struct PrivacyTests {
  @Test("no word of a stranger where no text is shown, by any writer")
  func noText() async throws {
    let scan = ScanCase(name: "no-text")
    let report = try await scan.review()
    #expect(report.scan.outcome.exposures.contains { $0.risk > 0.9 }, "the case shows nothing")
    for writer in ReportRegistry.all {
      let text = String(decoding: writer.render(report, try scan.reportOptions), as: UTF8.self)
      for word in ["STRANGERWORDS", "STRANGERNAME", "zorgle ", "blarp "] {
        #expect(!text.contains(word), "\(writer.id) says \(word)")
      }
      var shown = ReportOptions()
      shown.text = .full
      shown.showsAuthors = true
      let full = String(decoding: writer.render(report, shown), as: UTF8.self)
      #expect(full.contains("STRANGERWORDS") && full.contains("STRANGERNAME"))
    }
  }

  @Test("no name of a stranger unless asked for, by any writer")
  func noNames() async throws {
    let report = try await ScanCase(name: "nameless").review()
    for text in ReportOptions.Text.allCases {
      var options = ReportOptions()
      options.text = text
      for writer in ReportRegistry.all {
        let rendered = String(decoding: writer.render(report, options), as: UTF8.self)
        #expect(!rendered.contains("STRANGERNAME"), "\(writer.id), text \(text)")
        #expect(rendered.contains("@council"))
      }
    }
  }

  @Test("masked words are not readable anywhere")
  func masked() async throws {
    for scan in ScanCase.all {
      let report = try await scan.review()
      for writer in ReportRegistry.all {
        let text = String(decoding: writer.render(report, ReportOptions()), as: UTF8.self)
        // Rule ids name the sentinels; the words themselves stand between other characters.
        let words = text.replacing(/sentinels\.[a-z]+\.\d+/, with: "")
        for word in ["zorgle", "blarp", "frimp", "plizzet"] {
          #expect(!words.contains(word), "\(scan.name): \(writer.id) says \(word)")
        }
      }
    }
  }
}
