package import ExportReading
import Foundation
import TimelineModel

/// The requests of a browser's network capture (HAR 1.2, section 4), each with its answer.
///
/// Only the answers are read: a capture also holds cookies and tokens, which are never looked at.
package enum BrowserCapture: TimelineFormat {
  package static let id = "har"
  package static let summary =
    "network capture of a browser (HAR): the answers in it, each read as what it is"
  package static let orderNote = "as of the answers; each address is a feed of its own"

  package static func recognise(_ record: JSONValue) -> Recognition {
    record["request"]?["url"]?.string != nil && record["response"]?["content"] != nil
      ? .certain : .no
  }

  package static func decode(_ record: JSONValue, into writer: inout EntryWriter)
    throws(JSONError)
  {
    guard let url = record["request"]?["url"]?.string,
      let content = record["response"]?["content"]
    else { throw JSONError.unusable("the record is no request with its answer") }
    guard content["mimeType"]?.string?.contains("json") == true,
      let text = content["text"]?.string, !text.isEmpty
    else {
      writer.skip(.otherRecord)
      return
    }
    let first = writer.batch.entries.count
    try withAnswer(content, text) { answer throws(JSONError) in
      let format = FormatRegistry.candidates(for: answer).first { $0.recognition == .certain }
      guard let format = format?.format, format != BrowserCapture.self else {
        writer.skip(.otherRecord)
        return
      }
      try format.decode(answer, into: &writer)
    }
    name(first, after: url, &writer)
    let time = TimeText.iso(record["startedDateTime"]?.string)
    for index in first..<writer.batch.entries.count {
      writer.batch.entries[index].recordedAt = time
    }
  }

  private static func withAnswer(
    _ content: JSONValue, _ text: JSONString, _ body: (JSONValue) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard let encoding = content["encoding"]?.string, !encoding.isEmpty else {
      return try text.withParsed(body)
    }
    guard encoding == "base64", let decoded = Data(base64Encoded: text.kept) else {
      throw JSONError.unusable("the answer is neither text nor base64")
    }
    try JSONString.withParsed(Array(decoded), body)
  }

  /// Puts the path of the address before the name of each entry's feed: the same interface serves
  /// several feeds.
  private static func name(_ first: Int, after url: JSONString, _ writer: inout EntryWriter) {
    guard first < writer.batch.entries.count else { return }
    let path = XNames.path(ofAddress: url, &writer)
    var renamed = ByteRange.absent
    var last: ByteRange?
    for index in first..<writer.batch.entries.count {
      let own = writer.batch.entries[index].capture
      if own != last {
        renamed = own.isEmpty ? path : join(path, own, &writer)
        last = own
      }
      writer.batch.entries[index].capture = renamed
    }
  }

  private static func join(
    _ path: ByteRange, _ own: ByteRange, _ writer: inout EntryWriter
  ) -> ByteRange {
    let names = writer.batch.names
    return writer.name { bytes in
      bytes += names[path.indices]
      bytes.append(UInt8(ascii: " "))
      bytes += names[own.indices]
    }
  }
}
