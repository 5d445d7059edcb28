package import ExportReading
import TimelineModel

/// Answers of the GraphQL interface that X's web client reads, as saved from a browser.
package enum XGraphQL: TimelineFormat {
  package static let id = "x-graphql"
  package static let summary =
    "X web client GraphQL answers: HomeTimeline, ListLatestTweetsTimeline, TweetDetail and others"
  package static let orderNote =
    "feed, by sort index; thread for TweetDetail; stream for single posts and for lists that are "
    + "kept, not served (bookmarks, likes, notifications)"

  package static func recognise(_ record: JSONValue) -> Recognition {
    guard !record.has("nav_index"), !record.has("__import_meta") else { return .no }
    if isEntry(record) || isTweet(record) { return .certain }
    guard record["data"]?.isObject == true || record.has("instructions") else { return .no }
    if !XGraphQLTimeline.all(in: record).isEmpty || !singleTweets(in: record).isEmpty {
      return .certain
    }
    return isAnswerWithoutPosts(record) ? .possible : .no
  }

  package static func decode(_ record: JSONValue, into writer: inout EntryWriter)
    throws(JSONError)
  {
    if isTweet(record) {
      XGraphQLTweet.writeEntry(record, order: .stream, &writer)
      return
    }
    if isEntry(record) {
      XGraphQLItem.write(entry: record, order: .stream, &writer)
      return
    }
    let timelines = XGraphQLTimeline.all(in: record)
    for timeline in timelines {
      timeline.write(&writer)
    }
    guard timelines.isEmpty else { return }
    let tweets = singleTweets(in: record)
    for result in tweets {
      XGraphQLTweet.writeEntry(result, order: .stream, &writer)
    }
    guard tweets.isEmpty else { return }
    guard record["data"] != nil || record.has("errors") else {
      throw JSONError.unusable("the record has neither \"data\" nor \"instructions\"")
    }
    writer.skip(.otherRecord)
  }

  /// One entry of a timeline, kept without the answer around it.
  private static func isEntry(_ record: JSONValue) -> Bool {
    record["entryId"]?.string != nil && record["content"]?.isObject == true
  }

  /// One post as the interface writes it.
  private static func isTweet(_ record: JSONValue) -> Bool {
    let tweet = record["tweet"] ?? record
    return tweet["rest_id"] != nil && tweet["legacy"]?["full_text"] != nil
  }

  /// The posts of answers that are no timelines: `TweetResultByRestId`, `TweetResultsByRestIds`.
  private static func singleTweets(in record: JSONValue) -> [JSONValue] {
    guard let data = record["data"] else { return [] }
    let answer = data["tweetResult"] ?? data["tweet_result"] ?? data["tweet_results"]
    if let answer, answer.isArray { return answer.elements.compactMap { $0["result"] } }
    return answer?["result"].map { [$0] } ?? []
  }

  /// Users, viewers, errors: answers of the same interface that show no posts.
  private static func isAnswerWithoutPosts(_ record: JSONValue) -> Bool {
    guard let data = record["data"] else { return false }
    return data["user"]?["result"] != nil || data["viewer"] != nil || data["tweetResult"] != nil
      || data["users"] != nil
  }
}
