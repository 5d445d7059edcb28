import Foundation
import TestSupport
import Testing

@testable import Reports

@Suite("The words of the review")
struct WordsTests {
  /// The rows without the names of the columns.
  static let rows = Words.table.dropFirst()

  @Test("every phrase is there in every language, once")
  func complete() {
    #expect(Words.table.first == ["name"] + ReportLanguage.allCases.map(\.rawValue))
    for row in Self.rows {
      #expect(row.count == 1 + ReportLanguage.allCases.count, "\(row[0])")
      #expect(!row.contains { $0.trimmingCharacters(in: .whitespaces) != $0 || $0.isEmpty })
    }
    #expect(Set(Self.rows.map { $0[0] }).count == Self.rows.count)
  }

  @Test("a phrase has the same places in every language")
  func places() {
    for row in Self.rows {
      let places = row.dropFirst().map { phrase in
        Set(phrase.matches(of: /\{\d\}/).map { String($0.output) })
      }
      #expect(Set(places).count == 1, "\(row[0])")
    }
  }

  @Test("a noun has two forms in every language")
  func nouns() {
    for row in Self.rows where row[0].hasPrefix("noun.") {
      #expect(row.dropFirst().allSatisfy { $0.split(separator: "|").count == 2 }, "\(row[0])")
    }
  }

  @Test("every phrase that templates ask for is there")
  func templates() throws {
    let folder = Repository.root.appending(path: "Sources/Reports/Resources")
    let known = Set(Self.rows.map { $0[0] })
    var asked = 0
    for name in Repository.names(in: folder) where name.hasSuffix(".mustache") {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      for match in text.matches(of: /\{\{w\.([^}]+)\}\}/) {
        #expect(known.contains(String(match.output.1)), "\(name)")
        asked += 1
      }
    }
    #expect(asked > 3)
  }

  @Test("every phrase that the code names as a whole is there")
  func names() throws {
    let folder = Repository.root.appending(path: "Sources/Reports")
    let files = try #require(FileManager.default.enumerator(atPath: folder.path()))
    var code = ""
    for case let name as String in files where name.hasSuffix(".swift") {
      code += try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }
    let known = Set(Self.rows.map { $0[0] })
    let asked = code.matches(of: /words\(\s*"([a-z]+\.[A-Za-z0-9-]+)"\s*[,)]/)
    #expect(asked.count > 150)
    for match in asked { #expect(known.contains(String(match.output.1)), "\(match.output.1)") }
  }

  @Test("parts are put in their places and never read for places of their own")
  func filling() {
    let words = Words(.en)
    #expect(words("incident.slot", "{2}", "7") == "slot {2} of capture 7")
    #expect(words("incident.slot", "", "{1}") == "slot  of capture {1}")
  }

  @Test(
    "numbers are written as the language writes them",
    arguments: [
      (ReportLanguage.en, "1,234,567", "12.35", "0.50\u{202F}%", "100.0\u{202F}%"),
      (.de, "1.234.567", "12,35", "0,50\u{202F}%", "100,0\u{202F}%"),
      (.fr, "1\u{202F}234\u{202F}567", "12,35", "0,50\u{202F}%", "100,0\u{202F}%"),
    ])
  func numbers(
    language: ReportLanguage, whole: String, decimal: String, small: String, all: String
  ) {
    let numbers = Numbers(language)
    #expect(numbers.whole(1_234_567) == whole)
    #expect(numbers.decimal(12.345_01) == decimal)
    #expect(numbers.percent(0.005) == small)
    #expect(numbers.percent(1.0) == all)
    #expect(numbers.percent(0.0000384).hasSuffix("004\u{202F}%"))
    #expect(numbers.percent(0.0001).hasSuffix("01\u{202F}%"))
    #expect(numbers.percent(0.0) == numbers.decimal(0, 1) + "\u{202F}%")
    #expect(numbers.percent(nil) == "\u{2013}")
    #expect(numbers.decimal(-0.001) == Numbers(language).decimal(0))
  }

  @Test("nothing, one and many")
  func counting() {
    #expect(Words(.en).counted("day", 0) == "0\u{A0}days")
    #expect(Words(.en).counted("day", 1) == "1\u{A0}day")
    #expect(Words(.fr).counted("day", 0) == "0\u{A0}jour")
    #expect(Words(.fr).counted("day", 2) == "2\u{A0}jours")
    #expect(Words(.de).counted("day", 0) == "0\u{A0}Tage")
  }
}
