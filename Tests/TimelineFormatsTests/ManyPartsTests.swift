import ExportReading
import Testing
import TimelineFormats
import TimelineModel

@Suite("Posts of very many parts")
struct ManyPartsTests {
  private static let count: UInt32 = 70_000

  /// One post of each format around a list of media.
  static let posts: [(format: String, before: String, medium: String, after: String)] = [
    ("canonical", #"{"v":1,"platform":"x","id":"1","text":"a","media":["#, #"{"alt":"b"}"#, "]}"),
    (
      "mastodon", #"{"id":"1","content":"a","account":{"acct":"a"},"media_attachments":["#,
      #"{"description":"b"}"#, "]}"
    ),
    (
      "bluesky",
      #"{"uri":"at://a/b/c","author":{"did":"d"},"record":{"text":"a"},"embed":{"images":["#,
      #"{"alt":"b"}"#, "]}}"
    ),
    (
      "x-v1.1",
      #"{"id_str":"1","text":"a","user":{"screen_name":"a"},"extended_entities":{"media":["#,
      #"{"ext_alt_text":"b"}"#, "]}}"
    ),
    (
      "x-v2",
      #"{"id":"1","text":"a","author_id":"2","author":{"username":"b"},"attachments":{"media":["#,
      #"{"alt_text":"b"}"#, "]}}"
    ),
  ]

  @Test("count all their media", arguments: posts.map(\.format))
  func media(id: String) throws {
    let format = try #require(FormatRegistry.format(id: id))
    let post = try #require(Self.posts.first { $0.format == id })
    let media = [String](repeating: post.medium, count: Int(Self.count)).joined(separator: ",")
    try withJSON(post.before + media + post.after) { record in
      let batch = Decoding.batch(of: record, as: format)
      #expect(BatchCheck.faults(in: batch) == [])
      let content = try #require(batch.contents.first)
      #expect(content.media == Self.count)
      #expect(content.describedMedia == Self.count)
      #expect(batch.fields.filter { $0.kind == .text }.count == 1)
    }
  }

  @Test("nest as deep as JSON may")
  func depth() throws {
    let post = #"{"uri":"at://a/b/c","author":{"did":"d"},"record":{"text":"a"}}"#
    var answered = #"{"post":\#(post),"replies":[]}"#
    var parents = answered
    for _ in 0..<300 {
      answered = #"{"post":\#(post),"replies":[\#(answered)]}"#
      parents = #"{"post":\#(post),"replies":[],"parent":\#(parents)}"#
    }
    let format = try #require(FormatRegistry.format(id: "bluesky"))
    for thread in [answered, parents] {
      try withJSON(#"{"thread":\#(thread)}"#) { record in
        let batch = Decoding.batch(of: record, as: format)
        #expect(BatchCheck.faults(in: batch) == [])
        #expect(batch.entries.count == 301)
      }
    }
  }
}
