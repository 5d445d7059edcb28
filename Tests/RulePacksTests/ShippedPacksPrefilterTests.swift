import Foundation
import RulePacks
import Testing
import TimelineModel

@Suite("The shipped packs")
struct ShippedPacksPrefilterTests {
  private static let library = try? RuleLibrary(
    FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted()
      .filter { $0.hasSuffix(".yaml") }
      .map { file in
        PackSource(name: file, bytes: Array(try Data(contentsOf: folder.appending(path: file))))
      })

  private static let folder = PackFixtures.repository.appending(path: "rules")

  /// Posts of the corpora beside the repository, or beside a folder above it; none where there are none.
  private static let posts: [String] = {
    var root = PackFixtures.repository
    for _ in 0..<6 {
      let corpora = root.appending(path: "shared/corpora")
      let names = try? FileManager.default.contentsOfDirectory(atPath: corpora.path()).sorted()
      guard let names else {
        root.deleteLastPathComponent()
        continue
      }
      return names.flatMap { name in
        let file = corpora.appending(path: name + "/dev.ndjson")
        let lines = (try? String(contentsOf: file, encoding: .utf8))?.split(separator: "\n") ?? []
        return stride(from: 0, to: lines.count, by: 1_500).compactMap { text(of: lines[$0]) }
      }
    }
    return []
  }()

  private static func text(of line: Substring) -> String? {
    let record = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return record?["text"] as? String
  }

  @Test("find the same in their own examples with the prefilter and without it")
  func examples() throws {
    let library = try #require(Self.library)
    // Beside one another, the examples of one rule are hard cases for the rest of its family.
    let texts = library.rules.enumerated().flatMap { number, rule in
      rule.rule.examples.dropFirst(number % 2).prefix(1).map(\.text)
    }
    try compare(texts, library)
  }

  @Test(
    "find the same in posts of the corpora with the prefilter and without it",
    .enabled(if: !posts.isEmpty, "there are no corpora beside the repository"))
  func corpora() throws {
    try compare(Self.posts, try #require(Self.library))
  }

  private func compare(_ texts: [String], _ library: RuleLibrary) throws {
    let screening = Screening(texts.map { .init($0) })
    let with = try screening.lines(
      CompiledRules(library, options: .init(reportsEverything: true)))
    let without = try screening.lines(
      CompiledRules(library, options: .init(usesPrefilter: false, reportsEverything: true)))
    #expect(with.count > texts.count / 10)
    // One by one, as a difference of two long lists shows nobody where to look.
    let difference = with.difference(from: without)
    #expect(difference.isEmpty, "\(difference.prefix(5))")
  }
}
