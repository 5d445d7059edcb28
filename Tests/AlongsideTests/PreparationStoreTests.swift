import Alongside
import Foundation
import RulePacks
import TestSupport
import Testing

@Suite("The store of preparations")
struct PreparationStoreTests {
  private let temporary: TemporaryFolder
  private let folder: URL
  private let store: PreparationStore

  init() throws {
    temporary = try TemporaryFolder()
    folder = temporary.url.appending(path: "kept")
    let program = try temporary.write("program", to: "program")
    store = try #require(PreparationStore(folder: folder, program: program))
  }

  private func library(_ pattern: String = "turnip") throws -> RuleLibrary {
    let pack = """
      pack: t
      version: 1.0.0
      language: en
      summary: test
      rules:
        - {id: t.a.010, summary: s, pattern: \(pattern)}
      """
    return try RuleLibrary([PackSource(name: "t.yaml", text: pack)])
  }

  private func compile(
    _ library: RuleLibrary, prefilter: Bool = true
  ) throws -> CompiledRules {
    try PreparationStore.compiled(
      library, options: .init(usesPrefilter: prefilter), with: store)
  }

  private var kept: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []).sorted()
  }

  @Test("keeps one file for some packs, and another for others")
  func keeps() throws {
    _ = try compile(library())
    let first = kept
    #expect(first.count == 1)
    #expect(try compile(library()).rules.map(\.id) == ["t.a.010"])
    #expect(kept == first)
    _ = try compile(library("swede"))
    #expect(kept.count == 2)
  }

  @Test("compiles anew what was damaged, and mends it")
  func damaged() throws {
    let whole = try compile(library()).preparation()
    let file = folder.appending(path: try #require(kept.first))
    let good = try Data(contentsOf: file)
    for place in [0, 64, 65, good.count / 4] {
      var bad = good
      bad[place] ^= 1
      try bad.write(to: file)
      #expect(try compile(library()).preparation() == whole)
      #expect(try Data(contentsOf: file) == good)
    }
    try good.prefix(30).write(to: file)
    _ = try compile(library())
    #expect(try Data(contentsOf: file) == good)
  }

  @Test("compiles nothing anew where outlines alone are damaged, as each has a digest of its own")
  func damagedOutlines() throws {
    let whole = try compile(library()).preparation()
    let file = folder.appending(path: try #require(kept.first))
    let good = try Data(contentsOf: file)
    #expect(good.suffix(whole.outlines.count) == Data(whole.outlines))
    for bad in [good.dropLast(whole.outlines.count), good.dropLast(1)] {
      try bad.write(to: file)
      #expect(try compile(library()).rules.map(\.id) == ["t.a.010"])
      #expect(try Data(contentsOf: file) == bad)
    }
  }

  @Test("does not read what others could have written")
  func foreign() throws {
    _ = try compile(library())
    let file = folder.appending(path: try #require(kept.first))
    var other = try Data(contentsOf: file)
    other.removeLast()
    try other.write(to: file)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o777], ofItemAtPath: folder.path())
    _ = try compile(library())
    #expect(try Data(contentsOf: file) == other)
  }

  @Test("another build of the program makes its own")
  func otherBuild() throws {
    _ = try compile(library())
    let program = try temporary.write("another program", to: "other")
    let other = try #require(PreparationStore(folder: folder, program: program))
    _ = try PreparationStore.compiled(library(), options: .init(), with: other)
    #expect(kept.count == 2)
  }

  @Test("is left aside without the prefilter, and where it cannot write")
  func asideOrUnwritable() throws {
    _ = try compile(library(), prefilter: false)
    #expect(kept.isEmpty)
    try Data().write(to: folder)
    #expect(try compile(library()).rules.count == 1)
  }

  @Test("keeps the newest eight")
  func newest() throws {
    for number in 0..<10 { _ = try compile(library("turnip\(number)")) }
    #expect(kept.count == 8)
  }
}
