import Diagnostics
import TestSupport
import Testing

@Suite("Rendered diagnostics")
struct DiagnosticRendererTests {
  static let long = String(repeating: "abcdefghi ", count: 30)

  static let cases: [Diagnostic] = [
    Diagnostic(.error, "F001", "cannot be read", at: .file("a.json"), help: "check the path"),
    Diagnostic(.warning, "F010", "left out", at: .record(file: "a.json", record: 3, byte: 120)),
    Diagnostic(.note, "S001", "nothing names a place"),
    text("a marked word", "pattern: foo bar", 9, 3),
    text("a mark at the start", "pattern: foo", 0, 7),
    text("a mark of nothing still shows", "pattern: foo", 4, 0),
    text("a mark at the end of the line", "pattern:", 8, 1),
    text("a mark beyond the end", "short", 50, 10),
    text("a mark that is longer than the line", "short", 2, 500),
    text("an empty line", "", 0, 0),
    text("tabs are one column wide", "\t\tkey:\tvalue", 7, 5),
    text("a long line, marked early", long, 3, 4),
    text("a long line, marked late", long, 200, 9),
    text("a long line, marked at its end", long, 299, 1),
    text("wide letters before the mark", "漢字かな key", 5, 3),
    text("combining marks before the mark", "e\u{301}e\u{301} key", 5, 3),
    text("an emoji of several scalars before the mark", "👩‍👩‍👧 key", 6, 3),
    text("controls and bidi overrides in the line", "a\u{1B}[31mb \u{202E}key", 8, 3),
    Diagnostic(
      .error, "R001", "a line number of six digits",
      at: .text(file: "p.yaml", line: 123_456, column: 1),
      excerpt: .init(line: "key: value", start: 0, length: 3)),
    Diagnostic(
      .error, "F001", "a hostile path is harmless \u{9B}31m",
      at: .file("a\u{1B}]0;title\u{7}\nb.json"),
      help: "\u{1B}[2J"),
  ]

  static func text(_ message: String, _ line: String, _ start: Int, _ length: Int) -> Diagnostic {
    Diagnostic(
      .error, "R018", message, at: .text(file: "p.yaml", line: 7, column: start + 1),
      excerpt: .init(line: line, start: start, length: length))
  }

  @Test("look as they always did")
  func golden() throws {
    let text = Self.cases.map { DiagnosticRenderer().render($0) }.joined(separator: "\n")
    try Golden.expect(text, at: Repository.fixture("cli/diagnostics.txt"))
  }

  @Test("are coloured by severity, and only where it is wanted")
  func colour() {
    let codes = zip(Diagnostic.Severity.allCases, ["31", "33", "36"])
    for (severity, code) in codes {
      let diagnostic = Diagnostic(severity, "X001", "message")
      let text = DiagnosticRenderer(colour: true).render(diagnostic)
      #expect(text == "alongside: \u{1B}[1;\(code)m\(severity.rawValue)[X001]\u{1B}[0m: message\n")
      #expect(!DiagnosticRenderer().render(diagnostic).contains("\u{1B}"))
    }
  }

  @Test("carry no control but the line break, whatever is in them")
  func controls() {
    for diagnostic in Self.cases {
      let text = DiagnosticRenderer().render(diagnostic)
      let controls = text.unicodeScalars.filter {
        $0 != "\n" && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
      }
      #expect(controls.isEmpty)
    }
  }
}
