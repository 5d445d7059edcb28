import ExportReading
import TimelineModel

/// Writes what is attached to a post: media, link previews, cards, a quoted post.
enum BlueskyEmbed {
  /// Writes all but a quoted post, which is returned: it is a content of its own.
  ///
  /// Hydrated views and the author's own attachments have the same members where it matters.
  static func write(_ embed: JSONValue, _ writer: inout EntryWriter) -> JSONValue? {
    let media = embed["media"] ?? embed
    for key in ["images", "items"] as [StaticString] {
      for image in media.elements(of: key) { writer.media(image["alt"]?.string) }
    }
    if media["video"] != nil || media["playlist"] != nil { writer.media(media["alt"]?.string) }
    if let external = media["external"] {
      writer.text(external["uri"]?.string, .link, as: .plain)
      writer.text(external["title"]?.string, .card, as: .plain)
      writer.text(external["description"]?.string, .card, as: .plain)
    }
    guard var record = embed["record"] else { return nil }
    // A quote with media wraps the quote once more.
    if record["uri"] == nil, let inner = record["record"] { record = inner }
    guard isPost(record) else {
      writeCard(record, &writer)
      return nil
    }
    return record
  }

  /// Writes the quoted post, or that there is one which cannot be seen.
  static func writeQuoted(_ quoted: JSONValue?, _ writer: inout EntryWriter) {
    guard let quoted else { return }
    writer.beginEmbedded(.quoted, on: .bluesky)
    if quoted["value"]?["text"]?.string != nil {
      _ = BlueskyContent.write(quoted, &writer)
    } else {
      BlueskyPlaceholder.write(quoted, &writer)
    }
  }

  /// Feeds, lists, labellers and starter packs are embedded like posts.
  private static func isPost(_ record: JSONValue) -> Bool {
    if let value = record["value"] {
      return BlueskyKey.type(of: value).map { $0 == "app.bsky.feed.post" } ?? true
    }
    guard let uri = record["uri"]?.string, uri.hasPrefix("at://") else {
      return record["uri"]?.string != nil && !hasCard(record)
    }
    return uri.contains("/app.bsky.feed.post/")
  }

  private static func hasCard(_ record: JSONValue) -> Bool {
    record["creator"] != nil || record["name"] != nil
  }

  /// A starter pack keeps its name in a record of its own.
  private static func writeCard(_ record: JSONValue, _ writer: inout EntryWriter) {
    for source in [record, record["record"]] {
      guard let source else { continue }
      let name = source["displayName"] ?? source["display_name"] ?? source["name"]
      writer.text(name?.string, .card, as: .plain)
      writer.text(source["description"]?.string, .card, as: .plain)
    }
  }
}

/// Writes posts of which only the address is left: deleted, blocked, detached.
enum BlueskyPlaceholder {
  /// The address of a post that cannot be seen, or nil.
  static func id(of value: JSONValue) -> JSONString? {
    (value["uri"] ?? value["post"]?["uri"] ?? value["post"])?.string
  }

  /// Writes it as the content begun last.
  static func write(_ value: JSONValue, _ writer: inout EntryWriter) {
    let uri = id(of: value)
    writer.content.isMissing = true
    writer.content.id = writer.name(uri)
    if let did = value["author"]?["did"]?.string {
      writer.content.authorID = writer.name(did)
    } else {
      writer.content.authorID = BlueskyAddress.author(of: uri, &writer)
    }
  }
}
