package import ExportReading
import TimelineModel

/// Tweets of X's API v1.1, alone, in search results, or among a stream's notices.
package enum XTweetsV1: TimelineFormat {
  package static let id = "x-v1.1"
  package static let summary =
    "X API v1.1 tweets: array, NDJSON, search results, or a stream with its notices"
  package static let orderNote =
    "chronological for timelines and lists; stream for search results and streams"

  package static func recognise(_ record: JSONValue) -> Recognition {
    if isTweet(record) { return .certain }
    if let first = page(of: record)?.elements.first {
      return isTweet(first) ? .certain : .no
    }
    return isNotice(record) ? .possible : .no
  }

  package static func decode(_ record: JSONValue, into writer: inout EntryWriter)
    throws(JSONError)
  {
    if isTweet(record) {
      writeEntry(record, order: isStreamed(record) ? .stream : .chronological, &writer)
    } else if let page = page(of: record) {
      for tweet in page.elements {
        guard isTweet(tweet) else { throw JSONError.unusable("a search result is no tweet") }
        writeEntry(tweet, order: .stream, &writer)
      }
    } else if isNotice(record) {
      writer.skip(.notice)
    } else {
      throw JSONError.unusable("the record is neither a tweet nor a notice")
    }
  }

  private static func isTweet(_ record: JSONValue) -> Bool {
    guard record["id_str"] != nil || record["id"] != nil,
      record["text"] != nil || record["full_text"] != nil
    else { return false }
    return record["user"]?["screen_name"] != nil
  }

  private static func page(of record: JSONValue) -> JSONValue? {
    for key in ["statuses", "results"] as [StaticString] {
      if let page = record[key], page.isArray { return page }
    }
    return nil
  }

  /// Streams stamp tweets with `timestamp_ms`; searches add `metadata`.
  private static func isStreamed(_ tweet: JSONValue) -> Bool {
    tweet["timestamp_ms"] != nil || tweet["metadata"]?["result_type"] != nil
  }

  private static let notices: [StaticString] = [
    "delete", "limit", "scrub_geo", "status_withheld", "user_withheld", "disconnect", "warning",
    "friends", "friends_str", "event", "for_user", "control", "errors",
  ]

  private static func isNotice(_ record: JSONValue) -> Bool {
    guard let first = record.members.first else { return false }
    return notices.contains { first.key == $0 }
  }

  private static func writeEntry(
    _ tweet: JSONValue, order: OrderClass, _ writer: inout EntryWriter
  ) {
    let reposted = tweet["retweeted_status"]
    writer.beginEntry(.post, on: .x, order: order)
    writer.entry.kind = write(tweet, isRepost: reposted != nil, &writer)
    if let followers = tweet["scopes"]?["followers"] {
      writer.entry.isPromoted = followers.bool == false
    }
    if let reposted {
      writer.beginEmbedded(.reposted, on: .x)
      _ = write(reposted, isRepost: false, &writer)
    }
    writeQuoted(reposted ?? tweet, &writer)
  }

  private static func writeQuoted(_ tweet: JSONValue, _ writer: inout EntryWriter) {
    if let quoted = tweet["quoted_status"] {
      writer.beginEmbedded(.quoted, on: .x)
      _ = write(quoted, isRepost: false, &writer)
    } else if tweet["is_quote_status"]?.isTrue == true {
      writer.beginEmbedded(.quoted, on: .x)
      writer.content.id = writer.name(tweet["quoted_status_id_str"]?.string)
      writer.content.isMissing = true
    }
  }

  /// Writes one tweet as the content begun last and returns what kind of entry it makes.
  ///
  /// A repost's own text only repeats the start of what it passes on, so it is left out.
  private static func write(
    _ tweet: JSONValue, isRepost: Bool, _ writer: inout EntryWriter
  ) -> EntryKind {
    var tweet = MemberCursor(tweet)
    writer.content.createdAt = TimeText.twitter(tweet.string("created_at"))
    writer.content.id = writer.name(tweet.string("id_str"))
    let text = tweet.string("text")
    let fullText = tweet.string("full_text")
    let isCut = tweet.next("truncated")?.isTrue == true
    let extended = tweet.next("extended_tweet")
    let entities = extended?["entities"] ?? tweet.next("entities")
    let media =
      extended?["extended_entities"] ?? tweet.next("extended_entities") ?? entities
    let isReply = writeReply(&tweet, &writer)
    if let user = tweet.next("user") {
      var user = MemberCursor(user)
      let id = user.string("id_str")
      let display = user.string("name")
      writer.author(id: id, handle: user.string("screen_name"), name: display)
    }
    let isQuote = tweet.next("is_quote_status")?.isTrue == true
    writer.content.metrics.reposts = tweet.next("retweet_count")?.integer
    writer.content.metrics.likes = tweet.next("favorite_count")?.integer
    writer.content.metrics.replies = tweet.next("reply_count")?.integer
    let isSensitive = tweet.next("possibly_sensitive")?.isTrue == true
    writer.content.language = LanguageCode(tweet.string("lang"))
    if writer.content.id.isEmpty, let id = tweet.next("id")?.integer {
      writer.content.id = writer.name(String(id))
    }
    if writer.content.role == .own {
      writer.entry.rank = writer.content.id.isEmpty ? nil : rank(writer)
    }
    guard !isRepost else { return .repost }
    let whole = extended?["full_text"]?.string ?? fullText
    writer.text(whole ?? text, .text, as: .escaped)
    writer.content.isTruncated = isCut && whole == nil
    XParts.writeLinks(entities, &writer)
    XParts.writeMedia(media?["media"], &writer)
    if isSensitive { writer.label("x:possibly-sensitive") }
    return isQuote ? .quote : isReply ? .reply : .post
  }

  private static func writeReply(_ tweet: inout MemberCursor, _ writer: inout EntryWriter) -> Bool {
    writer.content.replyToID = writer.name(tweet.string("in_reply_to_status_id_str"))
    writer.content.replyToAuthorID = writer.name(tweet.string("in_reply_to_user_id_str"))
    writer.content.replyToHandle = writer.name(tweet.string("in_reply_to_screen_name"))
    return !writer.content.replyToID.isEmpty
  }

  /// Ids of X grow with time.
  private static func rank(_ writer: EntryWriter) -> UInt64? {
    XParts.number(writer.batch.names, writer.content.id)
  }
}
