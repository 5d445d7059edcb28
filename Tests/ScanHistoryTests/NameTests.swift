@testable import NightlyBatch
import ScanHistory
import Testing
import TimelineModel

@Suite("Names of captures")
struct NameTests {
  @Test(
    "dates in names",
    arguments: [
      ("home-2026-01-23.ndjson", "2026-01-23", nil), ("20260123.json", "2026-01-23", nil),
      ("x:home:2026-01-23T15:42", "2026-01-23", "15:42"),
      ("home_20260123_1542.json.gz", "2026-01-23", "15:42"),
      ("home-2026-02-30.json", nil, nil), ("12026-01-23", nil, nil), ("1234567890123", nil, nil),
      ("2026-0123", nil, nil), ("home", nil, nil), ("2026-01-23T99:42", "2026-01-23", nil),
    ] as [(String, String?, String?)])
  func dates(_ text: String, _ day: String?, _ time: String?) {
    let moment = CaptureName.moment(in: text)
    #expect(moment?.day == day)
    #expect(moment?.time == time)
  }

  @Test("patterns name captures")
  func patterns() throws {
    let pattern = try NamePattern("{platform}/{account}/{feed}-*_{date}T{time}.ndjson")
    let name = try #require(
      pattern.name(of: "/data/Twitter/resident-a/home-v2_2026-01-23T1542.ndjson"))
    #expect(name.platform == .x)
    #expect(name.viewer == "resident-a")
    #expect(name.feed == "home")
    #expect(name.day == "2026-01-23")
    #expect(name.time == "15:42")
    #expect(pattern.name(of: "/data/x/home.ndjson") == nil)
  }

  @Test("patterns that mean nothing are refused", arguments: ["{day}.json", "{date}{date}", "{"])
  func refused(_ text: String) {
    #expect(throws: (any Error).self) { try NamePattern(text) }
  }

  @Test(
    "periods are days",
    arguments: [
      ("2026-10", "2026-10-01", "2026-10-31"), ("2026-02", "2026-02-01", "2026-02-28"),
      ("2024-02", "2024-02-01", "2024-02-29"), ("2026-Q3", "2026-07-01", "2026-09-30"),
      ("2026-Q4", "2026-10-01", "2026-12-31"), ("2026-W01", "2025-12-29", "2026-01-04"),
      ("2026-W53", "2026-12-28", "2027-01-03"), ("2025-W01", "2024-12-30", "2025-01-05"),
      ("2026", "2026-01-01", "2026-12-31"), ("2026-03-04", "2026-03-04", "2026-03-04"),
      ("2026-03-04..2026-04-01", "2026-03-04", "2026-04-01"),
    ])
  func periods(_ name: String, _ first: String, _ last: String) throws {
    let period = try Period(name)
    #expect(period.first == first)
    #expect(period.last == last)
  }

  @Test(
    "what is no period is refused",
    arguments: [
      "", "October", "2026-13", "2025-W53", "2026-Q5", "2026-1", "2026-04-02..2026-04-01",
    ])
  func noPeriods(_ name: String) {
    #expect(throws: (any Error).self) { try Period(name) }
  }
}
