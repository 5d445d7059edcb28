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
