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

/// What Zeeschuimer writes around a post, whatever the platform.
struct ZeeschuimerEnvelope {
  /// Such as `twitter.com` or `tiktok.com`.
  let platform: JSONString
  /// The platform's object: under `data`, or the record itself where 4CAT has unwrapped it.
  let payload: JSONValue
  /// The address in the browser's address bar.
  let page: JSONString?
  /// The address of the request that the post came with.
  let request: JSONString?
  /// Browser session, tab and page of it; opaque, since builds write `NaN` into it.
  let visit: JSONString?

  /// Reads the envelope; nil when there is none.
  init?(_ record: JSONValue) {
    let wrapped = record["__import_meta"]
    let envelope = wrapped ?? record
    guard let platform = envelope["source_platform"]?.string,
      let payload = wrapped == nil ? record["data"] : record, payload.isObject,
      wrapped != nil || record.has("nav_index") || record.has("item_id")
    else { return nil }
    self.platform = platform
    self.payload = payload
    page = envelope["source_platform_url"]?.string
    request = envelope["source_url"]?.string
    visit = envelope["nav_index"]?.string
  }
}
