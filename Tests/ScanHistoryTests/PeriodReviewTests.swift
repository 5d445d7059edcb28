import Foundation
@testable import NightlyBatch
import PeriodReview
import Reports
import ReviewFigures
import ScanHistory
import TestSupport
import Testing
import TimelineModel

@Suite("The review of a period")
struct PeriodReviewTests {
  /// A hundred nights with a rise of one word from the sixtieth on.
  private func archive() async throws -> Archive {
    let archive = try Archive()
    var random = SeededRandom(seed: 5)
    for night in 0..<100 {
      let month = 1 + night / 25
      let day = 1 + night % 25
      for platform in ["x", "mastodon"] {
        let share = platform == "mastodon" && night >= 60 ? 6 : 40
        let posts = (0..<60).map { slot in
          (slot % 4 == 1 ? TimelinePost.own : TimelinePost(random.oneIn(share) ? "frimp" : "rain"))
            .with {
              $0.id = String(100_000 * night + slot)
              $0.platform = platform
            }
        }
        let name = "\(platform)-2026-0\(month)-\(day < 10 ? "0" : "")\(day).ndjson"
        try archive.write(text: posts.ndjson, to: name)
      }
    }
    try await archive.run()
    return archive
  }

  @Test("finds a rise, dates it, and finds none elsewhere; made again it has the same bytes")
  func rise() async throws {
    let archive = try await archive()
    let history = try History(archive.history, for: .reading)
    let request = PeriodRequest(try Period("2026-04"), against: try Period("2026-01"))
    let review = try request.review(of: history)
    let change = try #require(review.change)
    let mastodon = change.turns.filter { $0.scope == .platform("mastodon") }
    // Night 60 is the eleventh of the third month.
    #expect(mastodon.contains { $0.figure == .category(CategoryID("explicit")) })
    for turn in mastodon { #expect(("2026-03-09"..."2026-03-13").contains(turn.day)) }
    #expect(!change.turns.contains { $0.scope == .platform("x") })
    let compared = change.comparisons.filter { $0.isSignificant }
    #expect(compared.contains { $0.scope == .platform("mastodon") })
    #expect(!compared.contains { $0.scope == .platform("x") })
    let again = try request.review(of: History(archive.history, for: .reading))
    for writer in ReportRegistry.all {
      #expect(writer.render(review, ReportOptions()) == writer.render(again, ReportOptions()))
    }
  }

  @Test("names the report that it follows, and the same one when it is made again")
  func tabled() async throws {
    let archive = try Archive()
    for month in 1...3 {
      try archive.write(". zorgle own", to: "home-2026-0\(month)-05.ndjson", from: 1000 * month)
    }
    try await archive.run()
    let history = try History(archive.history, for: .recording)
    let (january, february) = (try Period("2026-01"), try Period("2026-02"))
    let request = PeriodRequest(february, against: january)
    func document(_ request: PeriodRequest) throws -> [UInt8] {
      JSONReport.render(try request.review(of: history), ReportOptions())
    }
    #expect(try request.review(of: history).change?.tabled == nil)
    let first = TabledReport(
      document: try document(PeriodRequest(january, against: nil)), period: january, against: nil)
    try history.noteTabled(first)
    #expect(try request.review(of: history).change?.tabled?.digest == first.digest)
    let before = try document(request)
    try history.noteTabled(TabledReport(document: before, period: february, against: january))
    #expect(try document(request) == before)
    // January's is tabled anew: February's goes on naming the one that it followed.
    try history.noteTabled(
      TabledReport(document: [], period: january, against: try Period("2025-12")))
    #expect(try document(request) == before)
    let march = PeriodRequest(try Period("2026-03"), against: january)
    #expect(try march.review(of: history).change?.tabled?.against == "2025-12")
  }

  @Test("has the figures of a scan of the same files")
  func sameAsScan() async throws {
    let archive = try Archive()
    let words = ". zorgle own . blarp+promoted own gone own . frimp . own plizzet own own ."
    try archive.write(words, to: "home-2026-01-05.ndjson")
    try await archive.run()
    let text = try String(contentsOfFile: archive.path("home-2026-01-05.ndjson"), encoding: .utf8)
    let scanned = Review(of: try await TestScan.report(text))
    let review = try PeriodRequest(try Period("2026-01"), against: nil)
      .review(of: History(archive.history, for: .reading))
    #expect(review.scan.headline.feeds == scanned.scan.headline.feeds)
    #expect(review.scan.headline.categories == scanned.scan.headline.categories)
    #expect(
      review.scan.headline.suitabilityPrevalence == scanned.scan.headline.suitabilityPrevalence)
    #expect(review.sensitivity == scanned.sensitivity)
    #expect(review.adequacy == scanned.adequacy)
    #expect(review.incidents.map(\.risk) == scanned.incidents.map(\.risk))
    #expect(
      review.incidents.map { $0.neighbours.map { [$0.distance, $0.isOwn ? 1 : 0] } }
        == scanned.incidents.map { $0.neighbours.map { [$0.distance, $0.isOwn ? 1 : 0] } })
  }
}
