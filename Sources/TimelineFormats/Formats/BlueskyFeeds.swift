package import ExportReading
import TimelineModel

/// Posts of Bluesky's API: feeds, searches, threads, and repositories.
package enum BlueskyFeeds: TimelineFormat {
  package static let id = "bluesky"
  package static let summary =
    "Bluesky API answers: feeds, searches, threads, records; bare arrays of their posts; the "
    + "Python SDK's spelling"
  package static let orderNote =
    "feed for feeds; thread for threads; stream for searches and lists of posts; own for records"

  package static func recognise(_ record: JSONValue) -> Recognition {
    if isItem(record) { return .certain }
    if record.isArray { return record.elements.contains(where: isItem) ? .certain : .no }
    if let thread = record["thread"] { return recogniseThread(thread) }
    for key in pages {
      guard let page = record[key], page.isArray else { continue }
      if page.elements.first == nil { return record["cursor"] != nil ? .possible : .no }
      return page.elements.contains(where: isItem) ? .certain : .no
    }
    return .no
  }

  package static func decode(_ record: JSONValue, into writer: inout EntryWriter)
    throws(JSONError)
  {
    if isItem(record) {
      writeItem(record, &writer)
    } else if record.isArray {
      writePage(record.elements, &writer)
    } else if let thread = record["thread"] {
      guard recogniseThread(thread) != .no else {
        throw JSONError.unusable("\"thread\" is no thread of posts")
      }
      BlueskyThread.write(thread, &writer)
    } else if let page = pages.lazy.compactMap({ record[$0] }).first(where: { $0.isArray }) {
      writePage(page.elements, &writer)
    } else if isOther(record) {
      writer.skip(.otherRecord)
    } else {
      throw JSONError.unusable("the record is neither a post nor a page or thread of posts")
    }
  }

  /// Where answers hold their posts.
  private static let pages: [StaticString] = ["feed", "posts", "records"]

  private static func recogniseThread(_ thread: JSONValue) -> Recognition {
    if thread.isArray {
      guard let first = thread.elements.first else { return .no }
      return first["uri"]?.string != nil && first["value"]?.isObject == true ? .certain : .no
    }
    return BlueskyThread.isNode(thread) ? .certain : .no
  }

  /// An element that cannot be read keeps its slot; records of other kinds have none.
  private static func writePage(_ page: JSONValue.Elements, _ writer: inout EntryWriter) {
    let first = writer.batch.entries.count
    for element in page {
      if isItem(element) {
        writeItem(element, &writer)
      } else if isOther(element) {
        writer.skip(.otherRecord)
      } else {
        writer.addPlaceholder(on: .bluesky, order: .feed, id: BlueskyPlaceholder.id(of: element))
      }
    }
    guard first < writer.batch.entries.count else { return }
    writer.batch.entries[first].startsPage = true
    // A placeholder does not say what kind of page it stands on; its neighbours do.
    let order = writer.batch.entries[first...].first { $0.kind != .placeholder }?.order ?? .feed
    for index in first..<writer.batch.entries.count { writer.batch.entries[index].order = order }
  }

  private static func writeItem(_ item: JSONValue, _ writer: inout EntryWriter) {
    if BlueskyThread.isNode(item) {
      BlueskyThread.write(item, &writer)
    } else if let post = item["post"], isPost(post) {
      BlueskyEntry.write(post, in: item, order: .feed, &writer)
    } else if isPost(item) {
      BlueskyEntry.write(item, in: nil, order: .stream, &writer)
    } else {
      BlueskyEntry.write(item, in: nil, order: .own, &writer)
    }
  }
}

extension BlueskyFeeds {
  /// Whether a value is a post in one of the shapes that stand for themselves.
  private static func isItem(_ value: JSONValue) -> Bool {
    if let post = value["post"] { return isPost(post) }
    return isPost(value) || isRecord(value)
      || BlueskyThread.isNode(value) && BlueskyKey.type(of: value) != nil
  }

  /// A post as the API shows it; notifications look alike but state their reason as a string.
  static func isPost(_ value: JSONValue) -> Bool {
    guard value["uri"]?.string != nil, value["author"]?["did"]?.string != nil,
      let record = value["record"], record["text"]?.string != nil
    else { return false }
    return value["reason"]?.string == nil
  }

  /// A post as its author's repository holds it.
  private static func isRecord(_ value: JSONValue) -> Bool {
    guard value["uri"]?.string != nil, let record = value["value"] else { return false }
    return BlueskyKey.type(of: record).map { $0 == "app.bsky.feed.post" } == true
      && record["text"]?.string != nil
  }

  /// Likes, reposts, follows and notifications lie beside posts.
  static func isOther(_ value: JSONValue) -> Bool {
    guard !isItem(value), value["uri"]?.string != nil,
      let record = value["value"] ?? value["record"], let type = BlueskyKey.type(of: record)
    else { return false }
    return type.hasPrefix("app.bsky.")
  }
}

/// Looks up members that the Python SDK spells in its own way.
enum BlueskyKey {
  /// The name of a value's lexicon.
  static func type(of value: JSONValue) -> JSONString? {
    (value["$type"] ?? value["py_type"])?.string
  }
}
