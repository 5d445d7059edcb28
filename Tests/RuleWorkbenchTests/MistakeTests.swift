import Alongside
import Diagnostics
import Foundation
import RulePacks
import RuleWorkbench
import TestSupport
import TimelineModel
import Testing

/// A pack with a mistake that authors make, under `fixtures/mistakes`, and texts to explain.
@Suite("Mistakes")
struct MistakeTests {
  static let folder = Repository.fixture("mistakes/")
  static let names = Repository.names(in: folder)

  private func shown(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.isEmpty
      ? "nothing\n" : diagnostics.map { DiagnosticRenderer().render($0) }.joined()
  }

  @Test("are told of as the goldens say, and texts are explained", arguments: names)
  func goldens(name: String) throws {
    let folder = Self.folder.appending(path: name + "/")
    let authoring = try RuleAuthoring(folder: folder.path())
    var said = "lint\n" + shown(authoring.lint()) + "\ntest\n"
    said += shown(TestReport(of: authoring.sources).diagnostics)
    let texts = try? String(contentsOf: folder.appending(path: "texts.txt"), encoding: .utf8)
    for text in (texts ?? "").split(separator: "\n") {
      let explanation = try Explanation(
        of: String(text), language: LanguageCode("en"), RuleLibrary(authoring.sources),
        authoring.compiled())
      said += "\nexplain\n" + explanation.text
    }
    try Golden.expect(
      said.replacing(folder.path() + "/", with: ""), at: folder.appending(path: "said.txt"))
  }

  @Test("are ten at least")
  func found() { #expect(Self.names.count >= 10) }

  @Test("that can be corrected safely are, and the rest is left")
  func fixes() throws {
    let folder = try TemporaryFolder()
    let mistakes = Self.folder.appending(path: "characters-that-deceive/")
    for file in ["pack.yaml", "categories.yaml"] {
      _ = try folder.write(
        try String(contentsOf: mistakes.appending(path: file), encoding: .utf8), to: file)
    }
    let authoring = try RuleAuthoring(folder: folder.url.path())
    let (files, count) = Fixes.apply(authoring.lint(), to: authoring.sources)
    #expect(count == 3)
    let text = String(decoding: try #require(files.values.first), as: UTF8.self)
    #expect(text.contains(#"pattern: \bdon't be a celeri\b"#))
    #expect(text.contains(#"pattern: \byou turnip\b"#))
    #expect(text.contains("«don’t be a céleri»"))
  }
}
