import TestSupport
import Testing
import TimelineModel

@Suite("Own accounts")
struct AccountTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var platform = "x"
    var id: String?
    var handle: String?
    let account: Organisation.OwnAccount
    let isOwn: Bool

    var testDescription: String {
      "\(platform):\(id ?? "-"):\(handle ?? "-") \(isOwn ? "is" : "is not") \(account.name)"
    }
  }

  @Test(
    "are known by id first, then by handle without regard to case, on their own platform",
    arguments: [
      Case(handle: "council", account: .init(platform: .x, handle: "council"), isOwn: true),
      Case(handle: "CouNCIL", account: .init(platform: .x, handle: "cOUncil"), isOwn: true),
      Case(handle: "council2", account: .init(platform: .x, handle: "council"), isOwn: false),
      Case(handle: "counci", account: .init(platform: .x, handle: "council"), isOwn: false),
      Case(
        platform: "mastodon", handle: "council", account: .init(platform: .x, handle: "council"),
        isOwn: false),
      Case(id: "12", handle: "other", account: .init(platform: .x, id: "12"), isOwn: true),
      Case(id: "120", handle: "other", account: .init(platform: .x, id: "12"), isOwn: false),
      // The account was renamed: its id is what counts.
      Case(
        id: "12", handle: "renamed", account: .init(platform: .x, handle: "council", id: "12"),
        isOwn: true),
      // Somebody else has taken the handle.
      Case(
        id: "99", handle: "council", account: .init(platform: .x, handle: "council", id: "12"),
        isOwn: false),
      // An export without ids leaves the handle.
      Case(
        handle: "council", account: .init(platform: .x, handle: "council", id: "12"), isOwn: true),
      // An id nobody knows of, for an account known by handle alone.
      Case(
        id: "99", handle: "council", account: .init(platform: .x, handle: "council"), isOwn: true),
      Case(account: .init(platform: .x, handle: "council"), isOwn: false),
      // Letters outside ASCII do not fold onto those inside: U+212A is no K.
      Case(handle: "\u{212A}ent", account: .init(platform: .x, handle: "kent"), isOwn: false),
      Case(handle: "[ouncil", account: .init(platform: .x, handle: "{ouncil"), isOwn: false),
    ])
  func matching(_ given: Case) async throws {
    let post = TimelinePost("words").with {
      $0.platform = given.platform
      $0.authorID = given.id
      $0.handle = given.handle
    }
    let organisation = Organisation(name: "Test", accounts: [given.account])
    let outcome = try await TestScan.report([.init(), post], organisation: organisation).outcome
    #expect(outcome.tally.own == (given.isOwn ? 1 : 0))
    #expect(outcome.exposures.map(\.account) == (given.isOwn ? [given.account.name] : []))
  }

  @Test("several are told apart, and those without posts are listed too")
  func several() async throws {
    let organisation = Organisation(
      name: "Test",
      accounts: [
        .init(platform: .x, handle: "one"), .init(platform: .x, handle: "two"),
        .init(platform: .mastodon, handle: "silent"),
      ])
    let posts = ["two", "bystander", "one", "two"].map { handle in
      TimelinePost("words").with { $0.handle = handle }
    }
    let report = try await TestScan.report(posts, organisation: organisation)
    #expect(report.outcome.exposures.map(\.account) == ["x:@two", "x:@one", "x:@two"])
    #expect(report.headline.accounts.map(\.name) == ["x:@one", "x:@two", "mastodon:@silent"])
    #expect(report.headline.accounts.map(\.cell.safety.trials) == [1, 2, 0])
    #expect(report.headline.platforms.map(\.name) == ["x"])
  }

  @Test("replies, quotes and reposts of own posts are their reply surface")
  func replySurface() async throws {
    func answering(_ text: String, _ key: String, isShown: Bool = true) -> TimelinePost {
      let ours = TimelinePost.own.with { if !isShown { $0.text = nil } }
      return TimelinePost(text).with {
        $0.embedded = [(key, ours)]
        $0.likes = 5
      }
    }
    let posts = [
      answering("nice", "reply_to"), answering("blarp", "reply_to", isShown: false),
      answering("zorgle", "quote"), answering("fine", "quote"),
      TimelinePost("").with { $0.embedded = [("repost_of", .own)] },
      TimelinePost("unrelated").with { $0.embedded = [("quote", TimelinePost("zorgle"))] },
      TimelinePost.own.with { $0.embedded = [("reply_to", .own)] },
    ]
    let surfaces = try await TestScan.report(posts).outcome.tally.replySurface
    let surface = try #require(surfaces[0])
    #expect(surfaces.count == 1)
    #expect(
      [surface.replies, surface.quotes, surface.reposts, surface.unsuitable] == [2, 2, 1, 2])
    #expect(
      surface.categories == [CategoryID("abuse"): [.high: 1], CategoryID("racism"): [.floor: 1]])
    #expect(surface.metrics.likes == 20)
  }
}
