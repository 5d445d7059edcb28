import Alongside
import Foundation
import RulePacks
import Synchronization
import TestSupport
import Testing

@Suite("The shipped packs at work")
struct ShippedPacksWorkersTests {
  @Test("say the same of every post, whatever the number of workers")
  func workers() async throws {
    let rules = try LoadedRules(folder: Repository.root.appending(path: "rules").path())
    // One example of every twelfth rule, in records so long that each chunk of 1 MiB holds twenty.
    let examples = rules.library.rules.enumerated().compactMap { number, rule in
      number % 12 == 0 ? rule.rule.examples.first?.text : nil
    }
    let posts = examples.map { text in TimelinePost(text).with { $0.padding = 50_000 } }
    let folder = try TemporaryFolder()
    let path = try folder.write(posts.ndjson, to: "timeline.ndjson")
    var outputs: [Int: [UInt8]] = [:]
    for jobs in [1, 2, 8] {
      var request = ScanRequest(exports: [path])
      request.jobs = jobs
      let lines = Mutex<[UInt8]>([])
      _ = try await request.classify(with: rules) { bytes in lines.withLock { $0 += bytes } }
      outputs[jobs] = lines.withLock { $0 }
    }
    let lines = try #require(outputs[1]).split(separator: UInt8(ascii: "\n"))
    #expect(lines.count == posts.count)
    #expect(outputs[2] == outputs[1])
    #expect(outputs[8] == outputs[1])
    let found = lines.count { String(decoding: $0, as: UTF8.self).contains("\"tier\"") }
    #expect(2 * found > posts.count)
  }
}
