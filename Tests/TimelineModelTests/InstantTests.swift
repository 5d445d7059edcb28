import Foundation
import TestSupport
import Testing
import TimelineModel

@Suite("Instants")
struct InstantTests {
  @Test(
    "are written in RFC 3339, in UTC",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (1, "1970-01-01T00:00:00.001Z"),
      (-1, "1969-12-31T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00Z"),
      (-2_203_891_200_000, "1900-03-01T00:00:00Z"), (1_769_182_920_050, "2026-01-23T15:42:00.050Z"),
      (-62_135_596_800_000, "0001-01-01T00:00:00Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ])
  func written(milliseconds: Int64, text: String) {
    #expect(Instant(milliseconds: milliseconds).description == text)
  }

  @Test("survive the calendar both ways, as Foundation counts it", arguments: UInt64(1)...20)
  func roundTrips(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for _ in 0..<200 {
      // From 1600 to 2400: Foundation's own calendar is Julian before 1582.
      let milliseconds = Int64.random(
        in: -11_676_096_000_000...13_569_465_600_000, using: &random)
      let instant = Instant(milliseconds: milliseconds)
      let (year, month, day) = instant.date
      let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
      let parts = calendar.dateComponents([.year, .month, .day], from: date)
      #expect([Int(year), Int(month), Int(day)] == [parts.year, parts.month, parts.day])
      let ofDay = ((milliseconds % 86_400_000) + 86_400_000) % 86_400_000
      let again = Instant(
        year: year, month: month, day: day, hour: ofDay / 3_600_000,
        minute: ofDay / 60_000 % 60, second: ofDay / 1000 % 60, millisecond: ofDay % 1000)
      #expect(again == instant)
    }
  }

  @Test("every day of four centuries follows the day before")
  func everyDay() {
    var last = Instant(year: 1999, month: 12, day: 31).milliseconds
    for day in 0..<146_097 {
      let milliseconds = last + 86_400_000
      let (year, month, date) = Instant(milliseconds: milliseconds).date
      guard Instant(year: year, month: month, day: date).milliseconds == milliseconds else {
        Issue.record("day \(day): \(year)-\(month)-\(date)")
        return
      }
      last = milliseconds
    }
    #expect(Instant(milliseconds: last).description == "2399-12-31T00:00:00Z")
  }
}
