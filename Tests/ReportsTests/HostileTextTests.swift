import Spreadsheets
import TestSupport
import Testing

@testable import Reports

@Suite("Strangers' text stays text")
struct HostileTextTests {
  @Test(
    "in a page: markup, quotes with marks on them, controls, overrides",
    arguments: [
      ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
      ("\" onload=\"x", "&quot; onload=&quot;x"), ("it's & more", "it&#39;s &amp; more"),
      // As characters these are no quotation mark and no angle bracket.
      ("\"\u{301} onload=x", "&quot;\u{301} onload=x"), ("<\u{338}b>", "&lt;\u{338}b&gt;"),
      ("a\u{0}b\u{1B}[2J", "a[U+0000]b[U+001B][2J"), ("\u{202E}abc\u{2069}", "[U+202E]abc[U+2069]"),
      ("line\nline\ttab", "line\nline\ttab"), ("\u{2028}\u{FFFF}", "[U+2028][U+FFFF]"),
      ("👩‍👩‍👧 שלום\u{200F}", "👩‍👩‍👧 שלום\u{200F}"),
    ])
  func page(text: String, expected: String) {
    // Compared scalar by scalar: as strings, characters hide what marks do to them.
    #expect(Array(PageText().escapeText(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(
    "in Markdown",
    arguments: [
      ("*a* _b_ `c` [d](e)", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e)"),
      ("<b> & | # ~ $ @a", "\\<b\\> \\& \\| \\# \\~ \\$ \\@a"),
      ("https://evil.example www.evil", "https:\\//evil.example www\\.evil"),
      ("a\n# b", "a \\# b"), ("\u{202E}", "\\[U+202E\\]"), ("back\\slash", "back\\\\slash"),
    ])
  func markdown(text: String, expected: String) {
    #expect(MarkdownText().escapeText(text) == expected)
  }

  @Test(
    "in a spreadsheet",
    arguments: [
      ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
      ("=1+1", "\"'=1+1\""), ("+1", "\"'+1\""), ("-1", "\"'-1\""), ("@SUM(A1)", "\"'@SUM(A1)\""),
      ("\t=1", "\"' =1\""), ("\r=1", "\"' =1\""), (" =1", "\"' =1\""),
      ("\u{200B}=1", "\"'\u{200B}=1\""),
      ("\u{FEFF}=1", "\"'\u{FEFF}=1\""), ("＝1", "\"'＝1\""), ("|calc", "\"'|calc\""),
      ("\"=1", "\"'\"\"=1\""), ("'=1", "'=1"),
      ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""), ("two\nlines", "two lines"),
      ("\u{1B}[31m", "[U+001B][31m"), ("x:1700000000000001011", "x:1700000000000001011"),
    ])
  func csv(text: String, expected: String) {
    var csv = CSVText(.en)
    csv.row([.text(text)])
    #expect(String(decoding: csv.bytes, as: UTF8.self) == expected + "\r\n")
  }

  @Test("a spreadsheet's cells are parted and its numbers written by the language")
  func dialects() {
    var english = CSVText(.en)
    english.row([.text("a;b"), .number(0.25), .whole(1234), .flag(true), .number(nil)])
    #expect(String(decoding: english.bytes, as: UTF8.self) == "a;b,0.25,1234,1,\r\n")
    var german = CSVText(.de)
    german.row([.text("a;b"), .number(-0.25), .whole(nil), .flag(false), .number(1)])
    #expect(String(decoding: german.bytes, as: UTF8.self) == "\"a;b\";-0,25;;0;1\r\n")
  }

  @Test("whatever a stranger writes, a row keeps its cells", arguments: UInt64(1)...20)
  func rows(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let parts = [
      "\"", ",", ";", "\n", "\r", "=", "'", " ", "a", "\u{301}", "\u{0}", "\u{202E}", "é",
    ]
    for _ in 0..<100 {
      let text = (0..<random.upTo(9)).map { _ in random.pick(parts) }.joined()
      var csv = CSVText(.en)
      csv.row([.text(text), .text("end")])
      let line = String(decoding: csv.bytes, as: UTF8.self)
      #expect(cells(of: line).count == 2 && cells(of: line)[1] == "end", "\(line)")
      #expect(!CSVText.isFormula(cells(of: line)[0]), "\(line)")
    }
  }

  /// The cells of a row by RFC 4180.
  private func cells(of line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    var scalars = Array(line.unicodeScalars)[...].dropLast(2)
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        scalars.removeFirst()
        cells[cells.count - 1].unicodeScalars.append(scalar)
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].unicodeScalars.append(scalar)
      }
    }
    return cells
  }
}
