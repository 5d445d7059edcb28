import Foundation
import TestSupport
import Testing

@Suite("A killed run")
struct KillTests {
  private static let hasPython = ["/usr/bin/python3", "/bin/python3"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  @Test(
    "loses nothing and counts nothing twice when it is run again",
    .enabled(if: hasPython, "there is no python3; `make test` installs it"))
  func kills() async throws {
    let temporary = try TemporaryFolder()
    let script = Repository.root.appending(path: "scripts/kill-test").path()
    let result = try await Program.run(
      "python3 \(script) \"$(command -v alongside)\" 12 40 7", temporary: temporary.url)
    #expect(result.status == 0, "\(result.output)\(result.errors)")
    #expect(result.output.contains("tables equal"))
  }
}
