import Testing
import TimelineModel

@Suite("Language codes")
struct LanguageCodeTests {
  @Test(
    "are the primary subtag; what names no language is unknown",
    arguments: [
      ("en", "en"), ("EN", "en"), ("en-GB", "en"), ("zh_Hant", "zh"), ("sco", "sco"),
      ("fil", "fil"),
      ("in", "id"), ("iw", "he"), ("id", "id"), ("he", "he"), ("iw-IL", "he"), ("inh", "inh"),
      ("und", "und"), ("zxx", "und"), ("qme", "und"), ("qst", "und"), ("qht", "und"),
      ("qam", "und"), ("qct", "und"), ("art", "und"), ("mul", "und"), ("mis", "und"),
      ("UND", "und"),
      ("", "und"), ("e", "und"), ("engl", "und"), ("-en", "und"), ("e1", "und"), ("日本", "und"),
      ("x-klingon", "und"), ("en\u{0}", "und"), (" en", "und"),
    ])
  func codes(tag: String, expected: String) {
    #expect(LanguageCode(tag).description == expected)
    #expect((LanguageCode(tag) == .unknown) == (expected == "und"))
  }

  @Test("every code of two letters comes out as it went in, two withdrawn ones aside")
  func all() {
    let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(Unicode.Scalar($0)) }
    var changed: [String] = []
    for first in letters {
      for second in letters where LanguageCode(first + second).description != first + second {
        changed.append(first + second)
      }
    }
    #expect(changed == ["in", "iw"])
  }
}
