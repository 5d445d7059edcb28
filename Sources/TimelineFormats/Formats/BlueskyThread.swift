import ExportReading
import TimelineModel

/// Writes a thread as its page shows it: what was answered, the post, the answers depth first.
enum BlueskyThread {
  /// Whether a value is a post in a thread, or stands where one cannot be seen.
  static func isNode(_ value: JSONValue) -> Bool {
    guard value.isObject else { return false }
    if let post = value["post"] {
      guard BlueskyFeeds.isPost(post) else { return false }
      let type = BlueskyKey.type(of: value)
      return type?.contains("#threadViewPost") ?? (value.has("replies") || value.has("parent"))
    }
    return value["uri"]?.string != nil && isHidden(value)
  }

  private static func isHidden(_ value: JSONValue) -> Bool {
    (value["notFound"] ?? value["not_found"] ?? value["blocked"])?.isTrue == true
  }

  static func write(_ thread: JSONValue, _ writer: inout EntryWriter) {
    let first = writer.batch.entries.count
    if thread.isArray {
      for item in thread.elements { writeFlat(item, &writer) }
    } else {
      writeTree(thread, &writer)
    }
    if first < writer.batch.entries.count {
      writer.batch.entries[first].startsCapture = true
    }
  }

  /// No recursion: a thread may be as deep as JSON may nest, and workers have small stacks.
  private static func writeTree(_ node: JSONValue, _ writer: inout EntryWriter) {
    var parents: [JSONValue] = []
    var parent = node["parent"]
    while let next = parent, next.isObject {
      parents.append(next)
      parent = next["parent"]
    }
    for parent in parents.reversed() { writeNode(parent, &writer) }
    writeNode(node, &writer)
    var levels = [node.elements(of: "replies")]
    while !levels.isEmpty {
      guard let reply = levels[levels.count - 1].next() else {
        levels.removeLast()
        continue
      }
      writeNode(reply, &writer)
      levels.append(reply.elements(of: "replies"))
    }
  }

  /// An element of the newer, flat threads: the node is its value.
  private static func writeFlat(_ item: JSONValue, _ writer: inout EntryWriter) {
    if let post = item["value"]?["post"], BlueskyFeeds.isPost(post) {
      BlueskyEntry.write(post, in: nil, order: .thread, &writer)
    } else {
      writeNode(item, &writer)
    }
  }

  private static func writeNode(_ node: JSONValue, _ writer: inout EntryWriter) {
    if let post = node["post"], BlueskyFeeds.isPost(post) {
      BlueskyEntry.write(post, in: nil, order: .thread, &writer)
    } else {
      writer.addPlaceholder(on: .bluesky, order: .thread, id: nil)
      BlueskyPlaceholder.write(node, &writer)
    }
  }
}
