package import Alongside
import Foundation
package import TimelineModel

/// Scans with the sentinel pack, the way the program does.
package enum TestScan {
  /// The folder of the sentinel pack.
  package static let rulesFolder = Repository.fixture("scans/rules-for-tests").path()

  /// The sentinel pack.
  package static func rules() throws -> LoadedRules {
    try LoadedRules(folder: rulesFolder)
  }

  /// The organisation that owns `council` on X.
  package static let organisation = Organisation(
    name: "Test Council", accounts: [.init(platform: .x, handle: "council")])

  /// Scans NDJSON for the organisation's posts.
  package static func report(
    _ ndjson: String, organisation: Organisation? = organisation,
    _ change: (inout ScanRequest) -> Void = { _ in }
  ) async throws -> ScanReport {
    let folder = try TemporaryFolder()
    let path = try folder.write(ndjson, to: "timeline.ndjson")
    var request = ScanRequest(exports: [path])
    request.organisation = organisation
    change(&request)
    let report = try await request.report(with: try rules())
    _ = folder
    return report
  }

  /// Scans posts for the organisation's posts.
  package static func report(
    _ posts: [TimelinePost], organisation: Organisation? = organisation,
    _ change: (inout ScanRequest) -> Void = { _ in }
  ) async throws -> ScanReport {
    try await report(posts.ndjson, organisation: organisation, change)
  }

  /// The exposures that a sequence of words comes to.
  package static func exposures(_ words: String) async throws -> [Exposure] {
    try await report(TimelinePost.sequence(words)).outcome.exposures
  }
}
