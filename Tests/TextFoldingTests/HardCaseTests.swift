import Testing

@testable import TextFolding

@Suite("Hard cases")
struct HardCaseTests {
  @Test("evasions are found with the span of the original", arguments: Fixture.rows(of: "evasions"))
  func evasion(row: [String]) throws {
    let marked = try #require(row.first)
    let word = row.count > 1 ? row[1] : "zorgle"
    let text = marked.filter { $0 != "«" && $0 != "»" }
    let expected = Self.spans(in: marked)
    let folding = Folding(text)
    let places = folding.places(of: word)
    #expect(!places.isEmpty, "read as \(folding.read)")
    for place in places where !folding.readings.isEmpty {
      let span = try #require(folding.originalRange(place.range, inReading: place.reading))
      #expect(expected.contains(span), "\(span) in \(folding.read[place.reading])")
    }
  }

  @Test("innocent texts hide no word", arguments: Fixture.rows(of: "innocent"))
  func innocence(row: [String]) {
    let folding = Folding(row[0])
    #expect(folding.places(of: row[1]).isEmpty, "read as \(folding.read)")
  }

  @Test("readings are these and no others", arguments: Fixture.rows(of: "readings"))
  func readings(row: [String]) {
    #expect(Folding(row[0]).strings == Array(row.dropFirst()))
  }

  /// The spans between « and », as offsets in the text without the marks.
  private static func spans(in marked: String) -> [Range<Int>] {
    var spans: [Range<Int>] = []
    var start = 0
    var offset = 0
    for character in marked {
      switch character {
      case "«": start = offset
      case "»": spans.append(start..<offset)
      default: offset += character.utf8.count
      }
    }
    return spans
  }
}
