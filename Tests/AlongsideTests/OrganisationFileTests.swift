import Alongside
import Diagnostics
import Foundation
import TestSupport
import Testing
import TimelineModel

@Suite("Organisation files")
struct OrganisationFileTests {
  /// The case's organisation, or everything that is said about it.
  static func read(_ text: String) throws -> String {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "org.yaml")
    do throws(DiagnosticList) {
      let organisation = try PolicyFile.read(path).organisation
      let accounts = organisation.accounts.map { account in
        "\(account.name) id=\(account.id ?? "-") \(account.department ?? "-")"
      }
      return ([organisation.name] + accounts).joined(separator: "\n")
    } catch {
      return error.diagnostics.map { DiagnosticRenderer().render($0) }.joined()
        .replacing(path, with: "org.yaml")
    }
  }

  @Test(
    "are read, with handles with or without @",
    arguments: [
      (
        "organisation: Town\naccounts:\n  - {platform: X, handle: '@Town', department: Press}\n",
        "Town\nx:@Town id=- Press"
      ),
      (
        "organisation: Town\naccounts:\n  - platform: bluesky\n    id: did:plc:abc\n",
        "Town\nbluesky:did:plc:abc id=did:plc:abc -"
      ),
      (
        "organisation: Town\naccounts:\n  - {platform: x, handle: town, id: '12'}\n  - "
          + "{platform: mastodon, handle: town@example.org}\n",
        "Town\nx:@town id=12 -\nmastodon:@town@example.org id=- -"
      ),
    ])
  func good(text: String, expected: String) throws {
    #expect(try Self.read(text) == expected)
  }

  @Test("bad ones are told with place, mark and next step")
  func bad() throws {
    let cases = [
      "", "Town", "organisation: Town\n", "accounts: []\n", "organisation: [Town]\naccounts: []\n",
      "organisation: Town\naccounts: []\n",
      "organisation: Town\naccounts:\n  - {platform: x, handle: '@'}\n",
      "organisation: Town\naccounts: x\n", "organisation: Town\naccounts:\n  - x:@town\n",
      "organisation: Town\naccounts:\n  - handle: town\n",
      "organisation: Town\naccounts:\n  - platform: x\n",
      "organisation: Town\naccount:\n  - platform: x\n",
      "organisation: Town\norganisation: City\naccounts: []\n",
      "organisation: Town\naccounts:\n  - {platform: x, handle: town, id: 12, handel: x}\n",
      "organisation: &a Town\naccounts: []\n", "organisation: 'Town\n",
      "organisation: \u{1B}[31mTown\naccounts: []\n",
    ]
    let text = try cases.map { "----\n\($0)\n====\n\(try Self.read($0))\n" }.joined()
    try Golden.expect(text, at: Repository.fixture("organisations/bad.txt"))
  }

  @Test("accounts are named as reports name them")
  func names() {
    #expect(Organisation.OwnAccount(platform: .x, handle: "a", id: "1").name == "x:@a")
    #expect(Organisation.OwnAccount(platform: .x, id: "1").name == "x:1")
  }
}
