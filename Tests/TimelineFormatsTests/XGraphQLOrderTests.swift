import ExportReading
import Testing
import TimelineFormats
import TimelineModel

@Suite("Order of X GraphQL answers")
struct XGraphQLOrderTests {
  private static func entry(_ id: Int, sortIndex: String?) -> String {
    let index = sortIndex.map { #""sortIndex":"\#($0)","# } ?? ""
    let legacy = #"{"full_text":"a","user_id_str":"7","conversation_id_str":"3"}"#
    return #"{"entryId":"tweet-\#(id)",\#(index)"content":{"itemContent":"#
      + #"{"tweet_results":{"result":{"rest_id":"\#(id)","legacy":\#(legacy)}}}}}"#
  }

  private static func answer(_ entries: [String], path: [String], page: String = "") -> String {
    let instructions =
      #"[{"type":"TimelineAddEntries","entries":[\#(entries.joined(separator: ","))]}]"#
    let timeline =
      #"{"instructions":\#(instructions),"metadata":{"scribeConfig":{"page":"\#(page)"}}}"#
    return path.reversed().reduce(timeline) { #"{"\#($1)":\#($0)}"# }
  }

  /// The same numbers in every run.
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test("is that of falling sort indices, whatever the order in the file", arguments: 1...40)
  func sorted(_ seed: UInt64) throws {
    var random = Generator(state: seed)
    // Indices of all widths, ties among them: as strings they sort otherwise.
    let indices = (0..<30).map { _ in random.next() >> UInt64.random(in: 0..<64, using: &random) }
    let entries = indices.enumerated().map { Self.entry($0, sortIndex: String($1)) }
    let writer = try EntryWriter(
      of: Self.answer(entries, path: ["data", "home"]), as: XGraphQL.self)
    let expected = indices.indices.sorted {
      indices[$0] == indices[$1] ? $0 < $1 : indices[$0] > indices[$1]
    }
    #expect(writer.ids == expected.map(String.init))
    #expect(writer.batch.entries.map(\.rank) == expected.map { indices[$0] })
  }

  @Test("leaves an entry without an index behind the one before it")
  func unindexed() throws {
    let entries = [
      Self.entry(1, sortIndex: "5"), Self.entry(2, sortIndex: nil), Self.entry(3, sortIndex: "9"),
      Self.entry(4, sortIndex: "none"),
    ]
    let writer = try EntryWriter(
      of: Self.answer(entries, path: ["data", "home"]), as: XGraphQL.self)
    #expect(writer.ids == ["3", "4", "1", "2"])
  }

  @Test(
    "means what the operation says",
    arguments: [
      (["data", "home", "home_timeline_urt"], "", OrderClass.feed),
      (["data", "list", "tweets_timeline", "timeline"], "", .feed),
      (["data", "search_by_raw_query", "search_timeline", "timeline"], "", .feed),
      (["data", "user", "result", "timeline", "timeline"], "profileBest", .feed),
      (["data", "user", "result", "timeline", "timeline"], "likes", .stream),
      (["data", "communityResults", "result", "ranked_community_timeline", "timeline"], "", .feed),
      (["data", "threaded_conversation_with_injections_v2"], "ranked_replies", .thread),
      (["data", "bookmark_timeline_v2", "timeline"], "", .stream),
      (["data", "viewer_v2", "user_results", "result", "notification_timeline"], "", .stream),
      ([], "", .feed),
    ])
  func orders(_ path: [String], _ page: String, _ order: OrderClass) throws {
    let text = Self.answer([Self.entry(1, sortIndex: "5")], path: path, page: page)
    let writer = try EntryWriter(of: text, as: XGraphQL.self)
    #expect(writer.batch.entries.map(\.order) == [order])
    try withJSON(text) { #expect(XGraphQL.recognise($0) == .certain) }
  }

  @Test("is not looked for without end")
  func depth() throws {
    let path = ["data"] + Array(repeating: "a", count: 300)
    try withJSON(Self.answer([Self.entry(1, sortIndex: "5")], path: path)) {
      #expect(XGraphQL.recognise($0) != .certain)
    }
  }

  @Test("holds where a post has very many media")
  func manyMedia() throws {
    let media = Array(repeating: "{}", count: 70_000).joined(separator: ",")
    let text =
      #"{"rest_id":"1","legacy":{"full_text":"a","entities":{"media":[\#(media)]}}}"#
    let writer = try EntryWriter(of: text, as: XGraphQL.self)
    #expect(writer.batch.contents.map(\.media) == [70_000])
  }
}
