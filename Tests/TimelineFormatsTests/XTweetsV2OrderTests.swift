import Testing
import TimelineFormats
import TimelineModel

@Suite("Order of X API v2 posts")
struct XTweetsV2OrderTests {
  private static let tweet = #"{"id":"5","text":"a","edit_history_tweet_ids":["5"]}"#

  @Test(
    "is what the request says that twarc notes",
    arguments: [
      ("users/1/timelines/reverse_chronological?max_results=5", OrderClass.chronological),
      ("lists/42/tweets?max_results=5", .chronological),
      ("users/1/tweets?max_results=5", .own),
      ("users/1/mentions?max_results=5", .stream),
      ("users/1/liked_tweets?max_results=5", .stream),
      ("tweets/search/recent?query=trams&tweet.fields=conversation_id%2Ctext", .stream),
      ("tweets/search/all?query=conversation_id%3A5&max_results=5", .thread),
      ("tweets/search/stream?expansions=author_id", .stream),
      ("tweets?ids=5", .stream),
    ])
  func requests(_ request: String, _ order: OrderClass) throws {
    let mark = #""__twarc":{"url":"https://api.twitter.com/2/\#(request)"}"#
    let page = #"{"data":[\#(Self.tweet)],"meta":{"result_count":1,"newest_id":"5"},\#(mark)}"#
    #expect(try EntryWriter(of: page, as: XTweetsV2.self).batch.entries.map(\.order) == [order])
    let flattened = #"{\#(Self.tweet.dropFirst().dropLast()),\#(mark)}"#
    let writer = try EntryWriter(of: flattened, as: XTweetsV2.self)
    #expect(writer.batch.entries.map(\.order) == [order])
  }

  @Test(
    "is what a page says without twarc's note",
    arguments: [
      (#""meta":{"result_count":1,"newest_id":"5"}"#, OrderClass.chronological),
      (#""meta":{"result_count":1,"next_token":"7140dibdnow9c7btw0"}"#, .chronological),
      (#""meta":{"result_count":1,"newest_id":"5","next_token":"b26v89c19zqg8o3f0"}"#, .stream),
      (#""meta":{"result_count":1}"#, .stream),
      (#""includes":{}"#, .stream),
    ])
  func pages(_ members: String, _ order: OrderClass) throws {
    let page = #"{"data":[\#(Self.tweet)],\#(members)}"#
    #expect(try EntryWriter(of: page, as: XTweetsV2.self).batch.entries.map(\.order) == [order])
  }

  @Test("is a stream for a single post and what filtered streams send")
  func single() throws {
    for text in [
      #"{"data":\#(Self.tweet),"matching_rules":[{"id":"1"}]}"#, #"{"data":\#(Self.tweet)}"#,
    ] {
      let writer = try EntryWriter(of: text, as: XTweetsV2.self)
      #expect(writer.batch.entries.map(\.order) == [.stream])
      #expect(writer.batch.entries.map(\.startsPage) == [false])
    }
  }

  @Test("finds what a page refers to among many")
  func includes() throws {
    let users = (0..<500).map { #"{"id":"\#($0)","username":"u\#($0)","name":"N"}"# }
    let tweets = (0..<500).map { #"{"id":"t\#($0)","text":"a","author_id":"\#($0 * 7 % 501)"}"# }
    let text =
      #"{"data":[\#(tweets.joined(separator: ","))],"meta":{"result_count":500},"#
      + #""includes":{"users":[\#(users.joined(separator: ","))]}}"#
    let batch = try EntryWriter(of: text, as: XTweetsV2.self).batch
    let handles = batch.contents.map { batch.name($0.handle) }
    #expect(handles == (0..<500).map { $0 * 7 % 501 == 500 ? nil : "u\($0 * 7 % 501)" })
  }
}
