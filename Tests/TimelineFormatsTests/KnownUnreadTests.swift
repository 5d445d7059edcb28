import ExportReading
import Testing
import TimelineFormats

@Suite("Exports that are known and not read")
struct KnownUnreadTests {
  @Test(
    "are refused with a reason",
    arguments: [
      (#"{"tweet":{"id":"1","full_text":"mine"}}"#, "x account archive"),
      (#"{"noteTweet":{"core":{"text":"mine"}}}"#, "x account archive"),
      (#"{"userInfo":{"accountId":"1"},"archiveInfo":{}}"#, "x account archive"),
      (#"{"type":"OrderedCollection","orderedItems":[]}"#, "activitypub outbox"),
      (#"{"type":"Create","actor":"a","object":{"content":"mine"}}"#, "activitypub outbox"),
      (#"{"did":"did:plc:a","time_us":1,"kind":"commit","commit":{}}"#, "bluesky jetstream"),
      (#"{"id":"1","scheduled_at":"a","params":{"text":"b"}}"#, "mastodon drafts"),
      (#"{"id":"1","text":"a source","spoiler_text":""}"#, "mastodon drafts"),
      (#"{"id":"1","type":"mention","account":{"acct":"a"},"status":{}}"#, "mastodon drafts"),
      (#"{"async_refresh":{"id":"1","status":"running"}}"#, "mastodon drafts"),
      (
        #"{"uri":"at://did:plc:a/app.bsky.feed.like/1","value":{"$type":"app.bsky.feed.like"}}"#,
        "bluesky records"
      ),
      (
        #"{"uri":"at://a/app.bsky.feed.post/1","author":{"did":"a"},"reason":"reply","#
          + #""isRead":true,"record":{"$type":"app.bsky.feed.post","text":"a"}}"#,
        "bluesky records"
      ),
      (#"{"kind":"Listing","data":{"children":[]}}"#, "reddit"),
      (#"{"subreddit":"trams","created_utc":1,"id":"a","body":"b"}"#, "reddit"),
      (#"{"messages":[{"id":1,"date_unixtime":"1","text":"a"}]}"#, "telegram"),
      (#"{"about":"a","chats":{"list":[]}}"#, "telegram"),
      (#"{"_type":"snscrape.modules.twitter.Tweet","id":1,"rawContent":"a"}"#, "snscrape"),
      (#"{"globalObjects":{"tweets":{}},"timeline":{}}"#, "x search answer"),
      (#"{"data":[{"tweet_count":5,"start":"a","end":"b"}],"meta":{}}"#, "x api v2 counts"),
      (#"{"tweet_count":5,"start":"a","end":"b"}"#, "x api v2 counts"),
      (#"{"id":"1","action":"delete","created_at":"a"}"#, "x api v2 compliance"),
      (#"{"data":[{"id":"1","username":"a","name":"A"}]}"#, "x api v2 users"),
      (
        #"{"nav_index":"1","source_platform":"tiktok.com","data":{"id":"1","desc":"a"}}"#,
        "zeeschuimer export of tiktok.com: not read yet"
      ),
      (
        #"{"pk":"1","__import_meta":{"source_platform":"instagram.com","nav_index":"1"}}"#,
        "zeeschuimer export of instagram.com: not read yet"
      ),
      (
        #"{"nav_index":"1","source_platform":"evil\u001b[31m","data":{}}"#,
        "zeeschuimer export of another platform: not read yet"
      ),
    ])
  func refused(_ text: String, _ reason: String) throws {
    try withJSON(text) { record in
      #expect(KnownUnread.reason(for: record)?.hasPrefix(reason) == true)
      #expect(FormatRegistry.refusal(for: record)?.hasPrefix(reason) == true)
    }
  }

  @Test("are nothing that a format reads", arguments: Fixture.all)
  func fixtures(_ fixture: Fixture) throws {
    let format = try #require(FormatRegistry.format(id: fixture.format))
    try Decoding.forEachRecord(fixture.path) { record, _ in
      guard let record, format.recognise(record) == .certain else { return }
      #expect(FormatRegistry.refusal(for: record) == nil)
      #expect(KnownUnread.reason(for: record) == nil)
    }
  }

  @Test(
    "are told by how they begin where they are no JSON",
    arguments: [
      ("window.YTD.tweets.part0 = [ {", true), ("\u{feff}\r\n window.YTD.like.part0=", true),
      ("window.__THAR_CONFIG = {", true), ("Grailbird.data.tweets_2014_01 =", true),
      ("window.location = 1", false), ("[{}]", false), ("", false), ("window.YTD", false),
    ])
  func prefixes(_ text: String, _ isArchive: Bool) {
    let reason = KnownUnread.reason(forPrefix: Array(text.utf8))
    #expect(reason?.hasPrefix("x account archive: it holds only") == (isArchive ? true : nil))
  }
}
