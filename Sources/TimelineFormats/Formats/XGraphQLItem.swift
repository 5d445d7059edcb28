import ExportReading
import TimelineModel

/// What fills an entry of a timeline: one item, or a module of several.
enum XGraphQLItem {
  /// The items of an entry: a module's, or the entry's only one.
  static func items(of entry: JSONValue) -> [JSONValue] {
    guard let content = entry["content"] else { return [] }
    let items = Array(content.elements(of: "items"))
    return items.isEmpty ? [content] : items
  }

  /// The post of an item or of an entry's content, if it shows one.
  static func tweet(of item: JSONValue) -> JSONValue? {
    let content = item["itemContent"] ?? item["item"]?["itemContent"]
    return content?["tweet_results"]?["result"].flatMap(XGraphQLTweet.unwrapped)
  }

  /// Writes an entry's posts; a module's in the order of its items.
  static func write(entry: JSONValue, order: OrderClass, _ writer: inout EntryWriter) {
    guard let content = entry["content"] else {
      writer.skip(.otherRecord)
      return
    }
    if content["items"]?.isArray == true {
      for item in content.elements(of: "items") {
        write(moduleItem: item, order: order, &writer)
      }
    } else if let item = content["itemContent"] {
      write(item, id: entry["entryId"]?.string, order: order, &writer)
    } else {
      skip(content, &writer)
    }
  }

  /// Writes one item of a module.
  static func write(moduleItem: JSONValue, order: OrderClass, _ writer: inout EntryWriter) {
    guard let item = moduleItem["item"]?["itemContent"] else {
      writer.skip(.otherRecord)
      return
    }
    write(item, id: moduleItem["entryId"]?.string, order: order, &writer)
  }

  private static func write(
    _ item: JSONValue, id: JSONString?, order: OrderClass, _ writer: inout EntryWriter
  ) {
    let isTombstone = type(of: item).map { $0 == "TimelineTombstone" } ?? false
    guard isTombstone || isTweet(item) else {
      skip(item, &writer)
      return
    }
    let result = item["tweet_results"]?["result"]
    XGraphQLTweet.writeEntry(result, order: order, &writer)
    if writer.entry.kind == .placeholder, writer.content.id.isEmpty {
      writer.content.id = XNames.postID(inEntryID: id, &writer)
    }
    guard let promotion = item["promotedMetadata"] else { return }
    writer.entry.isPromoted = true
    XGraphQLTweet.writeAdvertiser(promotion["advertiser_results"]?["result"], &writer)
  }

  private static func isTweet(_ item: JSONValue) -> Bool {
    item.has("tweet_results") || type(of: item).map { $0 == "TimelineTweet" } ?? false
  }

  private static func type(of value: JSONValue) -> JSONString? {
    value["__typename"]?.string ?? value["itemType"]?.string ?? value["entryType"]?.string
  }

  private static let suggestions: [StaticString] = [
    "User", "List", "Communit", "Topic", "Trend", "Event",
  ]
  private static let prompts: [StaticString] = ["Label", "Prompt", "Header", "Spelling", "Message"]

  /// Counts what the client shows between posts and what it never shows.
  private static func skip(_ item: JSONValue, _ writer: inout EntryWriter) {
    guard let type = type(of: item) else {
      writer.skip(.otherRecord)
      return
    }
    if type.contains("Cursor") {
      writer.skip(.cursor)
    } else if suggestions.contains(where: { type.contains($0) }) {
      writer.skip(.suggestion)
    } else {
      writer.skip(prompts.contains { type.contains($0) } ? .prompt : .otherRecord)
    }
  }
}
