import ExportReading
import Testing

@Suite("Network captures of browsers")
struct BrowserCaptureTests {
  @Test(
    "stream request by request",
    arguments: [
      #"{"log":{"version":"1.2","entries":[{"a":1},{"b":2}],"comment":[{"c":3}]}}"#,
      #" { "log" : { "creator": {"entries": [{"x":1}], "n": "\"entries\":["}, "entries" : ["#
        + #"{"a":1} , {"b":2} ] } } "#,
      "{\"log\":\n{\n\"entries\"\n:\n[\n{\"a\":1},\n{\"b\":2}]}}\n",
    ])
  func requests(_ text: String) throws {
    for chunkSize in [1, 7, 1 << 20] {
      #expect(try Exports.records(of: text, chunkSize: chunkSize) == [#"{"a":1}"#, #"{"b":2}"#])
    }
  }

  @Test(
    "are told from other objects",
    arguments: [
      #"{"log":{"version":"1.2"}}"#, #"{"log":{"entries":{"a":1}}}"#, #"{"log":"entries"}"#,
      #"{"login":{"entries":[{"a":1}]}}"#, #"{"log":{"inner":{"entries":[{"a":1}]}}}"#,
    ])
  func others(_ text: String) throws {
    for chunkSize in [1, 7, 1 << 20] {
      #expect(try Exports.records(of: text, chunkSize: chunkSize) == [text])
    }
  }

  @Test("that are cut say so after the requests before")
  func cut() throws {
    let text = #"{"log":{"entries":[{"a":1},{"b":"#
    #expect(try Exports.records(of: text) == [#"{"a":1}"#, "<cutShort>"])
    #expect(
      try Exports.records(of: #"{"log":{"entries":[{"a":1}"#) == [#"{"a":1}"#, "<unclosedArray>"])
  }
}
