import Foundation
import RulePacks
import Testing
import TimelineModel

@Suite("The reference and the schema say what the reader reads")
struct ReferenceTests {
  static let docs = PackFixtures.repository.appending(path: "docs")
  static let reference =
    (try? String(
      contentsOf: docs.appending(path: "rule-packs.md"), encoding: .utf8)) ?? ""

  private func schema() throws -> [String: Any] {
    let data = try Data(contentsOf: Self.docs.appending(path: "rule-packs.schema.json"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// The value at a path of keys, following `$ref`s.
  private func value(_ path: String, in schema: [String: Any]) throws -> [String: Any] {
    var node = schema
    for key in path.split(separator: "/") {
      var next = try #require(node[String(key)] as? [String: Any], "\(path): no \(key)")
      if let reference = next["$ref"] as? String {
        next = try value(String(reference.dropFirst(2)), in: schema)
      }
      node = next
    }
    return node
  }

  @Test(
    "every key the reader knows is in the schema, and no other",
    arguments: [
      ("$defs/pack", PackKeys.pack), ("$defs/rule", PackKeys.rule), ("$defs/near", PackKeys.near),
      ("$defs/examples", PackKeys.examples), ("$defs/named-example", PackKeys.example),
      ("$defs/category", PackKeys.category),
    ])
  func keys(path: String, keys: [String]) throws {
    let node = try value(path, in: try schema())
    let properties = try #require(node["properties"] as? [String: Any])
    #expect(properties.keys.sorted() == keys.sorted())
    #expect(node["additionalProperties"] as? Bool == false)
  }

  @Test(
    "every name the reader knows is in the schema, and no other",
    arguments: [
      ("$defs/tier", Tier.allCases.map(\.rawValue)),
      ("$defs/rule/properties/stance", Stance.allCases.map(\.rawValue)),
      ("$defs/rule/properties/view", Rule.View.allCases.map(\.rawValue)),
      ("$defs/field", FieldKind.allCases.filter { $0 != .label }.map(\.name)),
    ])
  func names(path: String, names: [String]) throws {
    let node = try value(path, in: try schema())
    #expect((node["enum"] as? [String])?.sorted() == names.sorted())
  }

  @Test(
    "the reference explains every key and name",
    arguments: PackKeys.pack + PackKeys.rule + PackKeys.near + PackKeys.examples + PackKeys.example
      + PackKeys.category
      + Tier.allCases.map(\.rawValue) + Stance.allCases.map(\.rawValue)
      + Rule.View.allCases.map(\.rawValue)
      + FieldKind.allCases.filter { $0 != .label }.map(\.name))
  func explained(name: String) {
    #expect(Self.reference.contains("`\(name)`") || Self.reference.contains("`\(name):"))
  }

  @Test("every diagnostic code has a section, and no other has")
  func codes() throws {
    let lints = try String(
      contentsOf: PackFixtures.repository.appending(path: "docs/lints.md"), encoding: .utf8)
    let sections = lints.matches(of: /(?m)^## (R\d{3})$/).map { String($0.1) }
    // Folders and corpora are read outside the packs.
    #expect(sections == ["R000"] + PackCode.all + ["R100"])
  }

  @Test("every lint has a code of its own among them")
  func lints() throws {
    #expect(Set(RuleLint.codes).count == RuleLint.codes.count)
    #expect(PackCode.all.suffix(RuleLint.codes.count) == RuleLint.codes[...])
    let folder = PackFixtures.repository.appending(path: "Sources/RulePacks/Linting/Lints")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    #expect(files.count == RuleLint.codes.count)
  }

  @Test("every diagnostic code has a fixture or a test that meets it")
  func codesAreMet() throws {
    let fixtures = PackFixtures.repository.appending(path: "fixtures")
    let goldens = try FileManager.default.subpathsOfDirectory(atPath: fixtures.path())
      .filter { $0.hasSuffix("diagnostics.txt") || $0.hasSuffix("said.txt") }
      .map { try String(contentsOf: fixtures.appending(path: $0), encoding: .utf8) }
      .joined()
    // R024 and R025 are met by `UndecidedTests` and by a fixture of their own.
    for code in PackCode.all where code != PackCode.undecidedExample {
      #expect(goldens.contains("[\(code)]"), "\(code)")
    }
  }

  @Test("every pack in the reference is a pack without faults")
  func examplesInTheReference() throws {
    let blocks = Self.reference.matches(of: /(?s)```yaml\n(.*?)```/).map { String($0.1) }
    let whole = blocks.filter { $0.hasPrefix("pack:") || $0.hasPrefix("- id:") }
    #expect(whole.count >= 3)
    let sources = whole.enumerated().map { PackSource(name: "\($0).yaml", text: $1) }
    let library = try RuleLibrary(sources)
    #expect(RuleLint.diagnostics(of: library).isEmpty)
    #expect(try RuleProof(library).faults(disguised: true).isEmpty)
  }
}
