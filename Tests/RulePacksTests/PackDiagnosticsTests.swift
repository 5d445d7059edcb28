import Foundation
import Testing

@Suite("What is said about packs")
struct PackDiagnosticsTests {
  @Test(
    "every broken or good pack gets the diagnostics written beside it",
    arguments: PackFixtures.cases)
  func goldens(name: String) throws {
    try expectGolden(
      PackFixtures.diagnostics(of: name),
      at: PackFixtures.folder.appending(path: name + ".diagnostics.txt"))
  }

  @Test("there are fixtures")
  func fixturesAreFound() {
    #expect(PackFixtures.cases.count > 20)
  }
}
