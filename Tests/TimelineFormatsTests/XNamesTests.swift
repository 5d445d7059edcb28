import ExportReading
import Testing
import TimelineFormats
import TimelineModel

@Suite("Names within X's strings")
struct XNamesTests {
  private func name(
    _ text: String, _ keep: (JSONString?, inout EntryWriter) -> ByteRange
  ) throws -> String? {
    try withJSON("\"\(text)\"") { value in
      var writer = EntryWriter()
      _ = writer.name("before")
      let range = keep(value.string, &writer)
      return writer.batch.name(range)
    }
  }

  @Test(
    "give the handle of a post's address",
    arguments: [
      ("https://x.com/quiet_eve/status/1/photo/1", "quiet_eve"),
      ("https://twitter.com/A/status/1", nil), ("https://x.com/i/status/1", nil),
      ("https://x.com/Ab1/status/", "Ab1"), ("/status/1", nil), ("ab/status/1", nil),
      ("https://x.com/a b/status/1", nil), ("https://pbs.example/a.jpg", nil), ("", nil),
    ])
  func handles(_ address: String, _ handle: String?) throws {
    #expect(try name(address, XNames.handle(inAddress:_:)) == handle)
  }

  @Test(
    "give the post of an entry's id",
    arguments: [
      ("tweet-1600000000000000106", "1600000000000000106"), ("tweet-", nil), ("tweet-x1", nil),
      ("home-conversation-9-tweet-12", "12"), ("promoted-tweet-12-5c", "12"),
      ("cursor-top-12", nil), ("", nil),
    ])
  func posts(_ entryID: String, _ id: String?) throws {
    #expect(try name(entryID, XNames.postID(inEntryID:_:)) == id)
  }

  @Test(
    "give the operation and the path of a request",
    arguments: [
      ("https://x.com/i/api/graphql/q/HomeTimeline?a=/b", "HomeTimeline"),
      ("https://api.twitter.com/2/search/adaptive.json", "adaptive.json"), ("x?y", "x"),
      ("https://x.com/", nil), ("", nil),
    ])
  func operations(_ address: String, _ operation: String?) throws {
    #expect(try name(address, XNames.operation(inAddress:_:)) == operation)
    let path = String(address.prefix { $0 != "?" })
    #expect(try name(address, XNames.path(ofAddress:_:)) == (path.isEmpty ? nil : path))
  }

  @Test(
    "give numbers of 64 bits without a sign",
    arguments: [
      ("\"0\"", 0), ("\"18446744073709551615\"", UInt64.max), ("\"18446744073709551616\"", nil),
      ("\"99999999999999999999\"", nil), ("\"\"", nil), ("\"-1\"", nil), ("\"1x\"", nil),
      ("7", 7), ("-7", nil), ("9223372036854775807", UInt64(Int64.max)), ("null", nil),
    ])
  func numbers(_ text: String, _ number: UInt64?) throws {
    try withJSON(text) { #expect(XParts.unsigned($0) == number) }
  }
}
