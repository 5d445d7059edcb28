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
    if XTweetV1Members(record).isTweet { return .certain }
    if let first = page(of: record)?.elements.first {
      return XTweetV1Members(first).isTweet ? .certain : .no
    }
    return isNotice(record) ? .possible : .no
  }

  package static func decode(_ record: JSONValue, into writer: inout EntryWriter)
    throws(JSONError)
  {
    let tweet = XTweetV1Members(record)
    if tweet.isTweet {
      writeEntry(tweet, order: tweet.isStreamed ? .stream : .chronological, &writer)
    } else if let page = page(of: record) {
      for element in page.elements {
        let tweet = XTweetV1Members(element)
        guard tweet.isTweet else { throw JSONError.unusable("a search result is no tweet") }
        writeEntry(tweet, order: .stream, &writer)
      }
    } else if isNotice(record) {
      writer.skip(.notice)
    } else {
      throw JSONError.unusable("the record is neither a tweet nor a notice")
    }
  }

  private static func page(of record: JSONValue) -> JSONValue? {
    for key in ["statuses", "results"] as [StaticString] {
      if let page = record[key], page.isArray { return page }
    }
    return nil
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
    _ tweet: XTweetV1Members, order: OrderClass, _ writer: inout EntryWriter
  ) {
    writer.beginEntry(.post, on: .x, order: order)
    write(tweet, isRepost: tweet.reposted != nil, &writer)
    writer.entry.kind = kind(of: tweet, writer)
    writer.entry.isPromoted = tweet.scopes?["followers"]?.bool == false
    // Ids of X grow with time.
    writer.entry.rank = XParts.number(writer.batch.names, writer.content.id)
    guard let reposted = tweet.reposted else {
      writeQuoted(by: tweet, &writer)
      return
    }
    let original = XTweetV1Members(reposted)
    writer.beginEmbedded(.reposted, on: .x)
    write(original, isRepost: false, &writer)
    writeQuoted(by: original, &writer)
  }

  private static func kind(of tweet: XTweetV1Members, _ writer: EntryWriter) -> EntryKind {
    if tweet.reposted != nil { return .repost }
    if tweet.isQuote { return .quote }
    return writer.content.replyToID.isEmpty ? .post : .reply
  }

  private static func writeQuoted(by tweet: XTweetV1Members, _ writer: inout EntryWriter) {
    if let quoted = tweet.quoted {
      writer.beginEmbedded(.quoted, on: .x)
      write(XTweetV1Members(quoted), isRepost: false, &writer)
    } else if tweet.isQuote {
      writer.beginEmbedded(.quoted, on: .x)
      writer.content.id = writer.name(tweet.quotedID)
      writer.content.isMissing = true
    }
  }

  /// Writes one tweet as the content begun last.
  ///
  /// A repost's own text only repeats the start of what it passes on, so it is left out.
  private static func write(
    _ tweet: XTweetV1Members, isRepost: Bool, _ writer: inout EntryWriter
  ) {
    writer.content.id = writer.name(tweet.idString)
    if writer.content.id.isEmpty, let id = tweet.id?.integer {
      writer.content.id = writer.name(String(id))
    }
    writer.content.createdAt = TimeText.twitter(tweet.createdAt)
    writer.content.replyToID = writer.name(tweet.replyToID)
    writer.content.replyToAuthorID = writer.name(tweet.replyToAuthorID)
    writer.content.replyToHandle = writer.name(tweet.replyToHandle)
    if let user = tweet.user {
      var user = MemberCursor(user)
      let id = user.string("id_str")
      let display = user.string("name")
      writer.author(id: id, handle: user.string("screen_name"), name: display)
    }
    writer.content.metrics.reposts = tweet.reposts?.integer
    writer.content.metrics.likes = tweet.likes?.integer
    writer.content.metrics.replies = tweet.replies?.integer
    writer.content.language = LanguageCode(tweet.language)
    guard !isRepost else { return }
    let whole = tweet.extended?["full_text"]?.string ?? tweet.fullText
    writer.text(whole ?? tweet.text, .text, as: .escaped)
    writer.content.isTruncated = tweet.isTruncated && whole == nil
    XParts.writeLinks(tweet.extended?["entities"] ?? tweet.entities, &writer)
    let media =
      tweet.extended?["extended_entities"] ?? tweet.extendedEntities
      ?? tweet.extended?["entities"] ?? tweet.entities
    XParts.writeMedia(media?["media"], &writer)
    if tweet.isSensitive { writer.label("x:possibly-sensitive") }
  }
}
