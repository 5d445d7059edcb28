import Alongside
import Foundation
import ReviewFigures
import TestSupport
import Testing
import TimelineModel

@Suite("Reviews")
struct ReviewTests {
  /// The sentinel pack, and a word that makes a post a memorial.
  private static func rules() throws -> LoadedRules {
    let folder = try TemporaryFolder()
    for name in Repository.names(in: Repository.fixture("scans/rules-for-tests")) {
      let file = Repository.fixture("scans/rules-for-tests/" + name)
      _ = try folder.write(try String(contentsOf: file, encoding: .utf8), to: name)
    }
    _ = try folder.write(
      """
      pack: themes
      version: 1.0.0
      language: any
      summary: what test posts are about
      rules:
        - id: themes.memorial.010
          summary: a sentinel of remembrance
          theme: memorial
          pattern: \\bgloam\\b
      """, to: "themes.yaml")
    return try withExtendedLifetime(folder) { try LoadedRules(folder: folder.url.path()) }
  }

  private static func review(
    _ words: String, _ change: (inout ScanRequest) -> Void = { _ in }
  ) async throws -> Review {
    try await review(TimelinePost.sequence(words), change)
  }

  private static func review(
    _ posts: [TimelinePost], _ change: (inout ScanRequest) -> Void = { _ in }
  ) async throws -> Review {
    let folder = try TemporaryFolder()
    var request = ScanRequest(exports: [try folder.write(posts.ndjson, to: "timeline.ndjson")])
    request.organisation = TestScan.organisation
    change(&request)
    let report = try await request.report(with: try rules())
    return withExtendedLifetime(folder) { Review(of: report) }
  }

  /// A memorial among its neighbours, then an ordinary own post among the same.
  private static let posts: [TimelinePost] =
    TimelinePost.sequence(". blarp own . . . . blarp own . .").enumerated().map { index, post in
      post.with { if index == 2 { $0.text = "the gloam service" } }
    }

  @Test("contradictions are found by theme, weigh more and are counted apart")
  func contradictions() async throws {
    let review = try await Self.review(Self.posts)
    #expect(review.contradictions.rate == Rate(count: 1, trials: 2))
    #expect(review.contradictions.pairs.map(\.theme) == [ThemeID("memorial")])
    #expect(review.contradictions.pairs.map(\.rate) == [Rate(count: 1, trials: 1)])
    let exposures = review.scan.outcome.exposures
    #expect(exposures.map { $0.factors[0].contradiction } == [1.5, 1])
    #expect(abs(exposures[0].risk - 0.6 * 1.5 * 0.9) < 1e-12)
    #expect(review.contradictions.worst == [exposures[0]])
    let themes = review.breakdowns.first { $0.dimension == .theme }
    #expect(themes?.lines.map(\.name) == ["", "memorial"])
  }

  @Test("a policy that lists no contradiction counts none, nor does one that asks for other themes")
  func unlisted() async throws {
    let unlisted = try await Self.review(Self.posts) { $0.policy.contradictions = [:] }
    #expect(unlisted.contradictions.rate == Rate(count: 0, trials: 2))
    let other = try await Self.review(Self.posts) { $0.reviewPolicy.themes = [ThemeID("faith")] }
    #expect(other.contradictions.rate == Rate(count: 0, trials: 2))
  }

  @Test(
    "the sensitivity table says what other scans would",
    arguments: [(1, true), (2, true), (3, true), (1, false), (2, false)])
  func sensitivity(strictness: Int, appliesStance: Bool) async throws {
    let posts = TimelinePost.sequence("dosk own . . . plizzet own . . own . frimp . . own").map {
      post in post.text == "plizzet" ? post.with { $0.text = "quoth plizzet" } : post
    }
    let table = try await Self.review(posts).sensitivity
    let scan = try await Self.review(posts) {
      $0.strictness = strictness
      $0.appliesStance = appliesStance
    }
    let row = table.rows.first {
      $0.window == 1 && $0.strictness == strictness && $0.appliesStance == appliesStance
    }
    #expect(row?.suitability.count == scan.scan.headline.feeds.suitability.count)
    #expect(row?.safety.count == scan.scan.headline.feeds.safety.count)
    let windows = table.rows.filter {
      $0.strictness == strictness && $0.appliesStance == appliesStance
    }
    #expect(windows.map(\.suitability.count) == windows.map(\.suitability.count).sorted())
  }

  @Test("reviewed findings are honoured, and a floor finding is never accepted away")
  func baseline() async throws {
    let words = "zorgle own . . . . blarp own"
    let plain = try await Self.review(words)
    let findings = plain.scan.outcome.exposures.flatMap(\.neighbours)
      .flatMap(\.entry.verdict.findings)
    let fingerprints = findings.compactMap(\.fingerprint)
    #expect(fingerprints.count == 2 && Set(fingerprints).count == 2)
    func reviewed(_ verdicts: [ReviewVerdict]) async throws -> Review {
      try await Self.review(words) {
        $0.baseline = Baseline(
          source: .init(path: "b.yaml", sha256: "", listed: 2),
          items: zip(fingerprints, verdicts).map { .init(fingerprint: $0, verdict: $1) })
      }
    }
    let wrong = try await reviewed([.falsePositive, .falsePositive])
    #expect(wrong.scan.headline.feeds.suitability == Rate(count: 0, trials: 2))
    #expect(wrong.baseline?.seen == [.falsePositive: 2])
    #expect(wrong.baseline?.precision == Rate(count: 0, trials: 2))
    let accepted = try await reviewed([.accepted, .accepted])
    #expect(accepted.scan.headline.feeds.safety == Rate(count: 1, trials: 2))
    #expect(accepted.scan.headline.feeds.suitability == Rate(count: 1, trials: 2))
    let confirmed = try await reviewed([.confirmed, .confirmed])
    #expect(confirmed.scan.outcome.exposures[1].factors[0].confidence == 1)
    #expect(plain.sampling.strata.map(\.population) == [1, 1])
    #expect(confirmed.sampling.strata.isEmpty)
  }

  @Test("the first clause whose figures all hold is stated, with its evidence")
  func postures() async throws {
    let words = "zorgle own . . . . . own"
    let review = try await Self.review(words)
    #expect(review.postures.first?.posture == .controlled)
    #expect(review.postures.first?.band == .red)
    #expect(review.postures.first?.isSufficient == false)
    let strict = try await Self.review(words) {
      $0.reviewPolicy.clauses = [
        PostureClause(.critical, when: [.init(.floorExposures, .atLeast, 2)]),
        PostureClause(
          .suspend, when: [.init(.floorExposures, .atLeast, 1), .init(.exposures, .below, 3)]),
      ]
    }
    #expect(strict.postures.map(\.posture) == [.suspend, .suspend, .suspend])
    #expect(strict.postures.first?.clause == 1)
    #expect(strict.postures.first?.evidence.map(\.value) == [1, 2])
    let nothing = try await Self.review("zorgle .")
    #expect(nothing.postures.first?.posture == nil)
  }

  @Test("figures are sums over marks, wherever the marks are cut apart")
  func sums() async throws {
    let posts = TimelinePost.sequence("zorgle own . frimp own snib . own own blarp . . own dosk")
    let marks = try await Self.review(posts).picture.marks
    #expect(marks.count == 5)
    var whole = ExposureFigures()
    for mark in marks { whole.add(mark) }
    for cut in 1..<marks.count {
      var first = ExposureFigures()
      var second = ExposureFigures()
      for mark in marks[..<cut] { first.add(mark) }
      for mark in marks[cut...] { second.add(mark) }
      first.add(second)
      #expect(first.all.suitability == whole.all.suitability)
      #expect(abs(first.all.totalRisk - whole.all.totalRisk) < 1e-12)
      #expect(first.picture == whole.picture)
      #expect(first.unsuitableUnder == whole.unsuitableUnder)
      #expect(first.parts.categories == whole.parts.categories)
    }
  }
}
