import Foundation
import TestSupport
import Testing

@Suite("The program")
struct SessionTests {
  @Test("does what its sessions show", arguments: Session.all)
  func sessions(_ session: Session) async throws {
    try Golden.expect(try await session.transcript(), at: session.file)
  }

  @Test("there are sessions, each with commands")
  func found() throws {
    #expect(Session.all.count >= 10)
    for session in Session.all { #expect(try !session.commands.isEmpty) }
  }

  @Test("tells its version and the digest of each pack")
  func version() async throws {
    let temporary = try TemporaryFolder()
    let result = try await Program.run("alongside --version", temporary: temporary.url)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let lines = result.output.split(separator: "\n")
    #expect(lines.first?.wholeMatch(of: /alongside \d+\.\d+\.\d+/) != nil)
    for line in lines.dropFirst() {
      #expect(line.wholeMatch(of: /[a-z-]+ \d+\.\d+\.\d+ sha256:[0-9a-f]{64}/) != nil)
    }
  }
}
