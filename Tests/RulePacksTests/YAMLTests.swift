import Diagnostics
import RulePacks
import Testing

@Suite("YAML with places")
struct YAMLTests {
  private func code(_ text: String) -> String? {
    do throws(Diagnostic) {
      _ = try YAMLReader.read(PackSource(name: "test.yaml", text: text))
      return nil
    } catch {
      return error.code
    }
  }

  @Test("scalars keep their text: no truth values, numbers or dates are made of them")
  func scalarsStayText() throws {
    let node = try YAMLReader.read(
      PackSource(name: "t", text: "[no, 1.10, 2001-01-01, ~, '~', 0x1]"))
    guard case .sequence(let items) = node?.content else {
      Issue.record("not a list")
      return
    }
    #expect(items.map(\.text) == ["no", "1.10", "2001-01-01", "~", "~", "0x1"])
    #expect(items.map(\.isMissingValue) == [false, false, false, true, false, false])
    #expect(items.map(\.place.column) == [2, 6, 12, 24, 27, 32])
  }

  @Test(
    "hostile files are refused within their bounds",
    arguments: [
      "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
      String(repeating: "[", count: 100_000),
      String(repeating: "- ", count: 5_000) + "x",
      String(repeating: "{a: ", count: 5_000),
      "a: " + String(repeating: "x", count: YAMLReader.largestFile),
      "? [a]\n: b\n--- c",
      "!!binary aGk=",
      "%TAG ! tag:x,2000:\n---\n!a b",
    ])
  func bounds(text: String) {
    let code = code(text)
    #expect(code == PackCode.bounds || code == PackCode.syntax)
  }

  @Test("a pack cut at any byte gives a diagnostic or a pack, never a trap")
  func cutAnywhere() throws {
    let bytes = try PackFixtures.sources(of: "good")[0].bytes
    for end in bytes.indices {
      let source = PackSource(name: "cut.yaml", bytes: Array(bytes[..<end]))
      let (library, faults) = RuleLibrary.read([source])
      #expect(!faults.isEmpty || !library.packs.isEmpty)
    }
  }

  @Test("a pack with any byte changed gives diagnostics that can be shown")
  func changedAnywhere() throws {
    var random = SeededRandom(seed: 7)
    let bytes = try PackFixtures.sources(of: "good")[0].bytes
    for _ in 0..<1_500 {
      var changed = bytes
      for _ in 0..<3 {
        let noise = Array("\t\n :-[]{}&*!'\"|>\\«»\u{0}é".utf8)
        changed[Int.random(in: changed.indices, using: &random)] =
          noise.randomElement(using: &random) ?? 0
      }
      let (library, faults) = RuleLibrary.read([PackSource(name: "noise.yaml", bytes: changed)])
      for fault in faults + CompiledRules.faults(of: library) {
        #expect(!DiagnosticRenderer().render(fault).isEmpty)
      }
    }
  }

  @Test(
    "each character of a scalar is found in the file, whatever way it is written",
    arguments: [
      "plain text", "'it''s in ''single'' quotes'", #""dou\"ble é \u00e9 \x41 \\ \t end""#,
      "|-\n    one\n      two\n\n    three é x", ">-\n    one\n    two\n\n    three",
      "|\n    kept\n",
      "\"over\n    two \\\n    lines\"", "'over\n\n    lines'", "over\n    two lines",
    ])
  func places(scalar: String) throws {
    let text = "# é\nkey: \(scalar)\nnext: x\n"
    let source = PackSource(name: "t", text: text)
    guard case .mapping(let entries) = try YAMLReader.read(source)?.content,
      let value = entries.first?.value, let read = value.text
    else {
      Issue.record("not a mapping")
      return
    }
    let escapes: [Unicode.Scalar: [Unicode.Scalar]] = [
      "é": ["é", "\\"], "A": ["A", "\\"], "\"": ["\"", "\\"], "\\": ["\\"],
    ]
    var offset = 0
    for scalar in read.unicodeScalars {
      let place = source.place(ofByte: offset, in: PlacedText(read, at: value.place))
      offset += UTF8.width(scalar)
      guard !scalar.properties.isWhitespace else { continue }
      let found = source.scalar(at: place)
      #expect(escapes[scalar, default: [scalar]].contains { $0 == found }, "\(scalar) at \(place)")
    }
  }
}
