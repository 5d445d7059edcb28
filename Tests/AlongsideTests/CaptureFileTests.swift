import Alongside
import Diagnostics
import Foundation
import TestSupport
import Testing
import TimelineModel

@Suite("Capture manifests and baselines")
struct CaptureFileTests {
  private static func told(_ body: () throws -> Void, _ path: String) throws -> String {
    do {
      try body()
      return "nothing is wrong\n"
    } catch let list as DiagnosticList {
      return list.diagnostics.map { DiagnosticRenderer().render($0) }.joined()
        .replacing(path, with: "file.yaml")
    }
  }

  @Test("the example is a manifest")
  func example() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(CaptureFile.example, to: "capture.yaml")
    let manifest = try CaptureFile.read(path)
    #expect(manifest.takenBy == "A. Clerk, press office")
    #expect(manifest.takenAt.description == "2026-01-23T15:42:00Z")
    #expect(manifest.viewer.follows == 312)
    #expect(manifest.attention == .seen)
  }

  @Test("a manifest is found beside its export, the nearest first")
  func places() throws {
    let folder = try TemporaryFolder()
    let export = try folder.write("{}", to: "home.ndjson")
    #expect(CaptureFile.path(for: export) == nil)
    let ofFolder = try folder.write(CaptureFile.example, to: "capture.yaml")
    #expect(CaptureFile.path(for: export) == ofFolder)
    let bare = try folder.write(CaptureFile.example, to: "home.capture.yaml")
    #expect(CaptureFile.path(for: export) == bare)
    let own = try folder.write(CaptureFile.example, to: "home.ndjson.capture.yaml")
    #expect(CaptureFile.path(for: export) == own)
    #expect(CaptureFile.path(for: export + "!/inner/posts.json") == own)
    #expect(CaptureFile.path(for: "-") == nil)
  }

  @Test("bad files are told with place, mark and next step")
  func bad() throws {
    let manifests = [
      "", "taken-by: A\n",
      "taken-by: A\ntaken-at: yesterday\npage: home\ntool: x\nattention: glanced\n",
      "taken-by: A\ntaken-at: 2026-01-23\npage: home\ntool: x\nattention: seen\nrefreshs: 3\n",
      "taken-by: A\ntaken-at: 2026-01-23T15:42:00+01:00\npage: home\ntool: x\nattention: seen\n",
    ]
    let digest = String(repeating: "0a", count: 16)
    let baselines = [
      "", "findings: all\n", "finding: []\n",
      "findings:\n  - fingerprint: 12\n    verdict: wrong\n",
      "findings:\n  - {fingerprint: \(digest), verdict: confirmed}\n"
        + "  - {fingerprint: \(digest), verdict: accepted}\n",
      "findings:\n  - {fingerprint: \(digest), verdict: unreviewed}\n",
    ]
    var text = ""
    for manifest in manifests {
      let folder = try TemporaryFolder()
      let path = try folder.write(manifest, to: "a.yaml")
      text += "----\n\(manifest)====\n" + (try Self.told({ _ = try CaptureFile.read(path) }, path))
    }
    for baseline in baselines {
      let folder = try TemporaryFolder()
      let path = try folder.write(baseline, to: "a.yaml")
      text += "----\n\(baseline)====\n" + (try Self.told({ _ = try BaselineFile.read(path) }, path))
    }
    try Golden.expect(text, at: Repository.fixture("policies/bad-records.txt"))
  }
}
