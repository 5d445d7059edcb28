import ExportReading

/// The members of an API v1.1 tweet that are read, found in one pass over the object.
///
/// A tweet has some thirty members and lacks many of those that are asked for; each that is absent
/// would cost a pass of its own.
struct XTweetV1Members {
  private(set) var id: JSONValue?
  private(set) var idString: JSONString?
  private(set) var createdAt: JSONString?
  private(set) var text: JSONString?
  private(set) var fullText: JSONString?
  private(set) var isTruncated = false
  private(set) var extended: JSONValue?
  private(set) var entities: JSONValue?
  private(set) var extendedEntities: JSONValue?
  private(set) var replyToID: JSONString?
  private(set) var replyToAuthorID: JSONString?
  private(set) var replyToHandle: JSONString?
  private(set) var user: JSONValue?
  private(set) var reposted: JSONValue?
  private(set) var quoted: JSONValue?
  private(set) var quotedID: JSONString?
  private(set) var isQuote = false
  private(set) var reposts: JSONValue?
  private(set) var likes: JSONValue?
  private(set) var replies: JSONValue?
  private(set) var isSensitive = false
  private(set) var language: JSONString?
  private(set) var scopes: JSONValue?
  private(set) var metadata: JSONValue?
  private(set) var streamTime: JSONValue?

  /// Reads the members; nulls count as absent.
  init(_ tweet: JSONValue) {
    for (key, value) in tweet.members {
      // A pattern, since `==` on a raw-representable enum is a generic call.
      if case .null = value.kind { continue }
      take(key, value)
    }
  }

  /// Keeps a member that is read; the lengths of keys tell most of them apart.
  private mutating func take(_ key: JSONString, _ value: JSONValue) {
    switch key.count {
    case 2:
      if key == "id" { id = value }
    case 4:
      if key == "text" { text = value.string }
      if key == "user" { user = value }
      if key == "lang" { language = value.string }
    case 6:
      if key == "id_str" { idString = value.string }
      if key == "scopes" { scopes = value }
    case 8:
      if key == "entities" { entities = value }
      if key == "metadata" { metadata = value }
    case 9:
      if key == "full_text" { fullText = value.string }
      if key == "truncated" { isTruncated = value.isTrue }
    case 10:
      if key == "created_at" { createdAt = value.string }
    case 11:
      if key == "reply_count" { replies = value }
    case 12:
      if key == "timestamp_ms" { streamTime = value }
    case 13:
      if key == "retweet_count" { reposts = value }
      if key == "quoted_status" { quoted = value }
    case 14:
      if key == "favorite_count" { likes = value }
      if key == "extended_tweet" { extended = value }
    case 15:
      if key == "is_quote_status" { isQuote = value.isTrue }
    case 16:
      if key == "retweeted_status" { reposted = value }
    case 17:
      if key == "extended_entities" { extendedEntities = value }
    case 18:
      if key == "possibly_sensitive" { isSensitive = value.isTrue }
    case 20:
      if key == "quoted_status_id_str" { quotedID = value.string }
    case 23:
      if key == "in_reply_to_user_id_str" { replyToAuthorID = value.string }
      if key == "in_reply_to_screen_name" { replyToHandle = value.string }
    case 25:
      if key == "in_reply_to_status_id_str" { replyToID = value.string }
    default: break
    }
  }

  /// Whether the object is a tweet at all.
  var isTweet: Bool {
    (idString != nil || id != nil) && (text != nil || fullText != nil)
      && user?["screen_name"] != nil
  }

  /// Streams stamp tweets with `timestamp_ms`; searches add `metadata`.
  var isStreamed: Bool {
    streamTime != nil || metadata?["result_type"] != nil
  }
}
