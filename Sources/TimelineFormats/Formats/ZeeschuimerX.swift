package import ExportReading
import TimelineModel

/// Posts of X as the browser extension Zeeschuimer keeps them, its own NDJSON or 4CAT's.
package enum ZeeschuimerX: TimelineFormat {
  package static let id = "zeeschuimer-x"
  package static let summary =
    "Zeeschuimer NDJSON of X, as downloaded from the extension or wrapped by 4CAT"
  package static let orderNote =
    "feed, as the browser received it; thread for TweetDetail; stream for bookmarks and likes"

  package static func recognise(_ record: JSONValue) -> Recognition {
    guard let platform = ZeeschuimerEnvelope(record)?.platform else { return .no }
    return platform == "twitter.com" || platform == "x.com" ? .certain : .no
  }

  package static func decode(_ record: JSONValue, into writer: inout EntryWriter)
    throws(JSONError)
  {
    guard let envelope = ZeeschuimerEnvelope(record) else {
      throw JSONError.unusable("the record has no \"source_platform\"")
    }
    let first = writer.batch.names.count
    let operation = XNames.operation(inAddress: envelope.request, &writer)
    let order = order(of: operation, in: writer.batch.names)
    writer.batch.names.removeSubrange(first...)
    let payload = envelope.payload
    guard XGraphQLTweet.unwrapped(payload) != nil || payload["rest_id"] != nil else {
      throw JSONError.unusable("\"data\" holds no post")
    }
    XGraphQLTweet.writeEntry(payload, order: order, &writer)
    writer.entry.isPromoted = payload["promoted"]?.isTrue == true
    writer.entry.capture = capture(of: envelope, &writer)
    writer.entry.recordedAt = envelope.collectedAt.map { Instant(milliseconds: $0) }
    if envelope.isPageLoad {
      writer.entry.startsPage = true
      writer.entry.rank = rank(in: envelope)
    }
  }

  /// Falls within one answer and rises with the next load of the page, which is told so from a
  /// capture's going on: the line's number, counted down within five seconds.
  private static func rank(in envelope: ZeeschuimerEnvelope) -> UInt64? {
    guard let time = envelope.collectedAt, let line = envelope.line, time >= 0 else { return nil }
    let number = UInt64(truncatingIfNeeded: line) & 0xFF_FFFF
    return UInt64(time / 5000) << 24 | (0xFF_FFFF - number)
  }

  /// Where the extension saw the post: the page, the request's operation and the tab's visit.
  private static func capture(
    of envelope: ZeeschuimerEnvelope, _ writer: inout EntryWriter
  ) -> ByteRange {
    let start = writer.batch.names.count
    envelope.page?.append(to: &writer.batch.names)
    writer.batch.names.append(UInt8(ascii: " "))
    _ = XNames.operation(inAddress: envelope.request, &writer)
    writer.batch.names.append(UInt8(ascii: " "))
    envelope.visit?.append(to: &writer.batch.names)
    return ByteRange(start: start, end: writer.batch.names.count)
  }

  private static let threads = ["TweetDetail", "ModeratedTimeline"].map { Array($0.utf8) }
  private static let kept = [
    "Bookmarks", "BookmarkSearchTimeline", "BookmarkFolderTimeline", "Likes",
    "NotificationsTimeline", "TweetResultByRestId", "TweetResultsByRestIds",
  ].map { Array($0.utf8) }

  private static func order(of operation: ByteRange, in names: [UInt8]) -> OrderClass {
    let name = names[operation.indices]
    if threads.contains(where: name.elementsEqual) { return .thread }
    return kept.contains(where: name.elementsEqual) ? .stream : .feed
  }
}
