package import ExportReading
import TimelineModel

/// Posts of X's API v2: whole pages with what they refer to, or flattened posts.
package enum XTweetsV2: TimelineFormat {
  package static let id = "x-v2"
  package static let summary =
    "X API v2 posts: pages or flattened posts, from twarc, tweepy, 4CAT or the API itself"
  package static let orderNote =
    "what the request says that twarc notes; else chronological for timelines, lists and bare "
    + "posts, stream for searches, filtered streams and single posts"

  package static func recognise(_ record: JSONValue) -> Recognition {
    guard !record.has("nav_index"), !record.has("__import_meta") else { return .no }
    if isTweet(record) { return .certain }
    guard let data = record["data"] else { return isEmptyPage(record) ? .possible : .no }
    guard let first = data.isArray ? data.elements.first : data else {
      return record.has("meta") ? .possible : .no
    }
    if isTweet(first) { return .certain }
    guard isBareTweet(first) else { return .no }
    let isPage = record["meta"]?["newest_id"] != nil || record.has("__twarc")
    return isPage ? .certain : record.has("meta") ? .possible : .no
  }

  package static func decode(_ record: JSONValue, into writer: inout EntryWriter)
    throws(JSONError)
  {
    let order = XTweetsV2Order.order(of: record)
    let includes = XTweetsV2Includes(record["includes"])
    let source = record["__twarc"]?["url"]?.string
    guard let data = record["data"] else {
      guard isBareTweet(record) else {
        guard isEmptyPage(record) || record.has("errors") else {
          throw JSONError.unusable("the record has no \"data\" and is no post")
        }
        writer.skip(.notice)
        return
      }
      XTweetsV2Post(record, includes).writeEntry(order: order, &writer)
      return
    }
    guard data.isArray else {
      try write(data, order: order, includes, &writer)
      return
    }
    let first = writer.batch.entries.count
    for tweet in data.elements {
      try write(tweet, order: order, includes, &writer)
    }
    guard first < writer.batch.entries.count else { return }
    writer.batch.entries[first].startsPage = true
    let capture = XNames.path(ofAddress: source, &writer)
    for index in first..<writer.batch.entries.count {
      writer.batch.entries[index].capture = capture
    }
  }

  private static func write(
    _ tweet: JSONValue, order: OrderClass, _ includes: XTweetsV2Includes,
    _ writer: inout EntryWriter
  ) throws(JSONError) {
    guard isBareTweet(tweet) else {
      throw JSONError.unusable("\"data\" holds no posts: users, counts and lists are not read")
    }
    XTweetsV2Post(tweet, includes).writeEntry(order: order, &writer)
  }

  /// A post with its default fields only, which other interfaces have as well.
  private static func isBareTweet(_ record: JSONValue) -> Bool {
    record["id"]?.string != nil && record["text"]?.string != nil
  }

  private static func isTweet(_ record: JSONValue) -> Bool {
    guard isBareTweet(record) else { return false }
    if record["edit_history_tweet_ids"] != nil { return true }
    return record["author_id"]?.string != nil
      && (record["conversation_id"] != nil || record["public_metrics"] != nil
        || record["created_at"] != nil || record["lang"] != nil)
  }

  private static func isEmptyPage(_ record: JSONValue) -> Bool {
    record["meta"]?["result_count"]?.integer == 0
  }
}
