import ExportReading
import TimelineModel

/// A post as X's GraphQL interface writes it; Zeeschuimer keeps the same objects.
enum XGraphQLTweet {
  /// The post inside the wrapper that X puts around limited posts; nil when there is none to read.
  static func unwrapped(_ result: JSONValue) -> JSONValue? {
    let tweet = result["tweet"] ?? result
    return tweet["legacy"]?.isObject == true ? tweet : nil
  }

  /// Writes a `tweet_results.result` as one entry: a placeholder where X withholds the post.
  static func writeEntry(
    _ result: JSONValue?, order: OrderClass, _ writer: inout EntryWriter
  ) {
    guard let result, let tweet = unwrapped(result) else {
      let id = result?["rest_id"]?.string ?? result?["tweet"]?["rest_id"]?.string
      writer.addPlaceholder(on: .x, order: order, id: id)
      return
    }
    writer.beginEntry(.post, on: .x, order: order)
    let repost = repost(of: tweet)
    let kind = write(tweet, in: result, isRepost: repost != nil, &writer)
    writer.entry.kind = repost == nil ? kind : .repost
    guard let repost else {
      writeQuoted(by: tweet, &writer)
      return
    }
    writer.beginEmbedded(.reposted, on: .x)
    if let original = repost["result"], let shown = unwrapped(original) {
      _ = write(shown, in: original, isRepost: false, &writer)
      writeQuoted(by: shown, &writer)
    } else {
      writeCutRepost(of: tweet, &writer)
    }
  }

  /// What says that a post passes another on; until 2023 searches said it by the other's id alone.
  private static func repost(of tweet: JSONValue) -> JSONValue? {
    let legacy = tweet["legacy"]
    return legacy?["retweeted_status_result"] ?? tweet["retweeted_status_result"]
      ?? legacy?["retweeted_status_id_str"]
  }

  /// The repost's own text repeats the start of what it passes on: better than nothing.
  private static func writeCutRepost(of tweet: JSONValue, _ writer: inout EntryWriter) {
    let legacy = tweet["legacy"]
    writer.content.id = writer.name(legacy?["retweeted_status_id_str"]?.string)
    writer.text(legacy?["full_text"]?.string, .text, as: .escaped)
    writer.content.isTruncated = true
  }

  private static func writeQuoted(by tweet: JSONValue, _ writer: inout EntryWriter) {
    let legacy = tweet["legacy"]
    let quoted = tweet["quoted_status_result"] ?? legacy?["quoted_status_result"]
    guard quoted != nil || legacy?["is_quote_status"]?.isTrue == true else { return }
    writer.beginEmbedded(.quoted, on: .x)
    let result = quoted?["result"]
    if let result, let shown = unwrapped(result) {
      _ = write(shown, in: result, isRepost: false, &writer)
    } else {
      writer.content.id = writer.name(result?["rest_id"]?.string)
      writer.content.isMissing = true
    }
    if writer.content.id.isEmpty {
      writer.content.id = writer.name(legacy?["quoted_status_id_str"]?.string)
    }
  }

  /// Writes a post as the content begun last and returns what kind of entry it makes.
  private static func write(
    _ tweet: JSONValue, in wrapper: JSONValue, isRepost: Bool, _ writer: inout EntryWriter
  ) -> EntryKind {
    guard let object = tweet["legacy"] else { return .placeholder }
    var legacy = MemberCursor(object)
    writer.content.id = writer.name(tweet["rest_id"]?.string ?? object["id_str"]?.string)
    let likes = legacy.next("favorite_count")?.integer
    let text = legacy.string("full_text")
    writer.content.createdAt = TimeText.twitter(legacy.string("created_at"))
    writer.content.replyToHandle = writer.name(legacy.string("in_reply_to_screen_name"))
    writer.content.replyToID = writer.name(legacy.string("in_reply_to_status_id_str"))
    writer.content.replyToAuthorID = writer.name(legacy.string("in_reply_to_user_id_str"))
    let isQuote = legacy.next("is_quote_status")?.isTrue == true
    writer.content.language = LanguageCode(legacy.string("lang"))
    writer.content.metrics.likes = likes
    writer.content.metrics.replies = legacy.next("reply_count")?.integer
    writer.content.metrics.reposts = legacy.next("retweet_count")?.integer
    writer.content.metrics.views = tweet["views"]?["count"]?.integer
    writeAuthor(of: tweet, &writer)
    if !isRepost {
      writeText(of: tweet, legacyText: text, &writer)
      XGraphQLAttachments.write(of: tweet, in: wrapper, &writer)
    }
    let isReply = !writer.content.replyToID.isEmpty
    return isQuote ? .quote : isReply ? .reply : .post
  }

  /// A long post's text stands in its note, unescaped; `full_text` holds only the start.
  private static func writeText(
    of tweet: JSONValue, legacyText: JSONString?, _ writer: inout EntryWriter
  ) {
    let note = tweet["note_tweet"]
    if let whole = note?["note_tweet_results"]?["result"]?["text"]?.string {
      writer.text(whole, .text, as: .plain)
    } else {
      writer.text(legacyText, .text, as: .escaped)
      writer.content.isTruncated = note != nil
    }
  }
}

// MARK: - Authors

extension XGraphQLTweet {
  private static func writeAuthor(of tweet: JSONValue, _ writer: inout EntryWriter) {
    let legacy = tweet["legacy"]
    // The search answers of 2020 to 2023 have the account beside the post.
    let user = tweet["core"]?["user_results"]?["result"] ?? tweet["user"]
    writeAuthor(user, id: legacy?["user_id_str"]?.string, &writer)
    guard writer.content.handle.isEmpty else { return }
    let media = legacy?["extended_entities"] ?? legacy?["entities"]
    for item in media?.elements(of: "media") ?? tweet.elements(of: "media") {
      // Media passed on from another post link to that post.
      guard item["source_status_id_str"] == nil else { continue }
      let handle = XNames.handle(inAddress: item["expanded_url"]?.string, &writer)
      if !handle.isEmpty {
        writer.content.handle = handle
        return
      }
    }
  }

  private static func writeAuthor(
    _ user: JSONValue?, id: JSONString?, _ writer: inout EntryWriter
  ) {
    let core = user?["core"]
    let legacy = user?["legacy"] ?? user
    writer.author(
      id: id ?? user?["rest_id"]?.string ?? user?["id_str"]?.string,
      handle: core?["screen_name"]?.string ?? legacy?["screen_name"]?.string,
      name: core?["name"]?.string ?? legacy?["name"]?.string)
    if user?["possibly_sensitive"]?.isTrue == true || legacy?["possibly_sensitive"]?.isTrue == true
    {
      writer.label("x:sensitive-author")
    }
  }

  /// Names the advertiser as the author of a promoted post that names none.
  static func writeAdvertiser(_ advertiser: JSONValue?, _ writer: inout EntryWriter) {
    guard let advertiser, writer.batch.contents[writer.entry.contents.lowerBound].authorID.isEmpty,
      writer.entry.contents.count == 1
    else { return }
    writeAuthor(advertiser, id: nil, &writer)
  }
}
