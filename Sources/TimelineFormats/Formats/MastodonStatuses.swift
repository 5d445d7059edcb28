package import ExportReading
import TimelineModel

/// Statuses of Mastodon's API, and of the servers that speak it.
package enum MastodonStatuses: TimelineFormat {
  package static let id = "mastodon"
  package static let summary =
    "Mastodon API statuses, also of Truth Social, Akkoma, Pleroma, GoToSocial, Pixelfed: "
    + "array, NDJSON, thread context, search, streaming events"
  package static let orderNote =
    "chronological for timelines; thread for a context; stream for search and streaming events"

  package static func recognise(_ record: JSONValue) -> Recognition {
    if isStatus(record) { return .certain }
    if record.isArray {
      return record.elements.contains(where: isStatus) ? .certain : .no
    }
    if isContext(record) { return .certain }
    if isSearch(record) { return .certain }
    if let event = MastodonEvent(record) { return event.holdsStatus ? .certain : .possible }
    return .no
  }

  package static func decode(_ record: JSONValue, into writer: inout EntryWriter)
    throws(JSONError)
  {
    if isStatus(record) {
      MastodonEntry.write(record, order: .chronological, &writer)
    } else if record.isArray {
      writeAll(record.elements, order: .chronological, &writer)
    } else if isContext(record) {
      writeContext(record, &writer)
    } else if isSearch(record) {
      writeAll(record.elements(of: "statuses"), order: .stream, &writer)
    } else if let event = MastodonEvent(record) {
      guard event.holdsStatus else {
        writer.skip(.notice)
        return
      }
      try event.withPayload { status throws(JSONError) in
        guard isStatus(status) else { throw JSONError.unusable("\"payload\" is no status") }
        MastodonEntry.write(status, order: .stream, &writer)
      }
    } else if isOther(record) {
      writer.skip(.otherRecord)
    } else {
      throw JSONError.unusable("the record is neither a status nor a page or thread of statuses")
    }
  }

  /// An element that cannot be read keeps its slot.
  private static func writeAll(
    _ statuses: JSONValue.Elements, order: OrderClass, _ writer: inout EntryWriter
  ) {
    var isFirst = true
    for status in statuses {
      if isStatus(status) {
        MastodonEntry.write(status, order: order, &writer)
      } else {
        writer.addPlaceholder(on: .mastodon, order: order, id: status["id"]?.string)
      }
      writer.entry.startsPage = isFirst
      isFirst = false
    }
  }

  /// A context leaves out the status that it was asked for, which stands between its two parts.
  private static func writeContext(_ context: JSONValue, _ writer: inout EntryWriter) {
    let first = writer.batch.entries.count
    writeAll(context.elements(of: "ancestors"), order: .thread, &writer)
    let descendants = context.elements(of: "descendants")
    if writer.batch.entries.count > first || descendants.first != nil {
      let asked = descendants.first?["in_reply_to_id"]?.string
      writer.addPlaceholder(on: .mastodon, order: .thread, id: asked)
    }
    writeAll(descendants, order: .thread, &writer)
    for index in first..<writer.batch.entries.count {
      writer.batch.entries[index].startsPage = false
      writer.batch.entries[index].startsCapture = index == first
    }
  }
}

extension MastodonStatuses {
  /// A status has an author, or, in archives that reduce it, an address and Mastodon's counts.
  ///
  /// Versions of an edited status have no id, notifications no content, drafts neither.
  static func isStatus(_ record: JSONValue) -> Bool {
    guard record["id"] != nil, record.has("content") else { return false }
    if let account = record["account"] { return account["acct"]?.string != nil }
    return record["url"]?.string != nil && record["created_at"] != nil
      && record["reblogs_count"] != nil && record["favourites_count"] != nil
  }

  private static func isContext(_ record: JSONValue) -> Bool {
    guard let ancestors = record["ancestors"], let descendants = record["descendants"],
      ancestors.isArray, descendants.isArray
    else { return false }
    if ancestors.elements.first == nil, descendants.elements.first == nil { return true }
    return ancestors.elements.contains(where: isStatus)
      || descendants.elements.contains(where: isStatus)
  }

  private static func isSearch(_ record: JSONValue) -> Bool {
    record.elements(of: "statuses").contains(where: isStatus)
  }

  /// Drafts, sources, notifications and accounts lie beside statuses in dumps of the API.
  static func isOther(_ record: JSONValue) -> Bool {
    guard !isStatus(record) else { return false }
    guard record["id"] != nil else { return record["async_refresh"]?.isObject == true }
    if record["account"]?["acct"] != nil, record["type"]?.string != nil { return true }
    if record["scheduled_at"] != nil { return record["params"]?.isObject == true }
    if record["text"]?.string != nil { return record.has("spoiler_text") }
    return record["acct"]?.string != nil && record["statuses_count"] != nil
  }
}
