import Foundation
import RuleWorkbench
import TestSupport
import Testing

@Suite("Pages")
struct PageTests {
  @Test("have every writer registered, and so have diagnostics")
  func registries() {
    let sources = Repository.root.appending(path: "Sources/RuleWorkbench/")
    let pages = Repository.names(in: sources.appending(path: "Pages/Writers/"))
    #expect(PageWriters.all.count == pages.count)
    #expect(Set(PageWriters.all.map { $0.id }).count == pages.count)
    let diagnostics = Repository.names(in: sources.appending(path: "Diagnosing/Writers/"))
    #expect(DiagnosticWriters.all.count == diagnostics.count)
    #expect(Set(DiagnosticWriters.all.map { $0.id }).count == diagnostics.count)
  }

  @Test(
    "numbers are rounded half away from zero, without a locale",
    arguments: [
      (0.0, 1, "0.0"), (92.25, 1, "92.3"), (-0.05, 1, "-0.1"), (3.999, 2, "4.00"),
      (1234.5, 0, "1235"), (0.04, 1, "0.0"),
    ])
  func rounding(number: Double, decimals: Int, expected: String) {
    #expect(number.rounded(to: decimals) == expected)
  }
}
