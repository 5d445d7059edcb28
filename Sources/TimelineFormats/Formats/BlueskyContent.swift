import ExportReading
import TimelineModel

/// Writes what one post says as the content begun last.
enum BlueskyContent {
  /// Writes a post as the API shows it, as a quote shows it, or as a repository holds it.
  ///
  /// Returns the quoted post, if any, which is a content of its own.
  static func write(_ view: JSONValue, _ writer: inout EntryWriter) -> JSONValue? {
    let uri = view["uri"]?.string
    let record = view["record"] ?? view["value"]
    let author = view["author"]
    writer.content.id = writer.name(uri)
    if let author {
      writeAuthor(author, &writer)
    } else {
      writer.content.authorID = BlueskyAddress.author(of: uri, &writer)
    }
    writer.content.url = BlueskyAddress.permalink(uri, handle: writer.content.handle, &writer)
    if let record { write(record: record, &writer) }
    writer.content.createdAt = moment(
      created: record?["createdAt"] ?? record?["created_at"],
      indexed: view["indexedAt"] ?? view["indexed_at"])
    writer.content.metrics.likes = (view["likeCount"] ?? view["like_count"])?.integer
    writer.content.metrics.reposts = (view["repostCount"] ?? view["repost_count"])?.integer
    writer.content.metrics.replies = (view["replyCount"] ?? view["reply_count"])?.integer
    BlueskyLabels.write(view["labels"], &writer)
    BlueskyLabels.write(record?["labels"]?["values"], &writer)
    BlueskyLabels.write(author?["labels"], &writer)
    // A quote shows its embeds in a list; a repository has only what the author attached.
    if let embeds = view["embeds"], embeds.isArray {
      for embed in embeds.elements { _ = BlueskyEmbed.write(embed, &writer) }
      return nil
    }
    guard let embed = view["embed"] ?? record?["embed"] else { return nil }
    return BlueskyEmbed.write(embed, &writer)
  }

  /// Writes who wrote it; `handle.invalid` stands for every handle that no longer resolves.
  static func writeAuthor(_ author: JSONValue, _ writer: inout EntryWriter) {
    writer.content.authorID = writer.name(author["did"]?.string)
    writer.content.handle = handle(author["handle"]?.string, &writer)
    let display = author["displayName"] ?? author["display_name"]
    writer.text(display?.string, .displayName, as: .plain)
  }

  static func handle(_ handle: JSONString?, _ writer: inout EntryWriter) -> ByteRange {
    guard let handle, !(handle == "handle.invalid") else { return .absent }
    return writer.name(handle)
  }

  private static func write(record: JSONValue, _ writer: inout EntryWriter) {
    writer.text(record["text"]?.string, .text, as: .plain)
    writer.content.language = language(record["langs"])
    if let parent = record["reply"]?["parent"]?["uri"]?.string {
      writer.content.replyToID = writer.name(parent)
      writer.content.replyToAuthorID = BlueskyAddress.author(of: parent, &writer)
    }
    for facet in record.elements(of: "facets") {
      for feature in facet.elements(of: "features") {
        writer.text(feature["uri"]?.string, .link, as: .plain)
      }
    }
  }

  /// The one language of a post; a post in several may be met by the rules of any.
  private static func language(_ tags: JSONValue?) -> LanguageCode {
    guard let tags else { return .unknown }
    var language: LanguageCode?
    for tag in tags.elements {
      let next = LanguageCode(tag.string)
      if let language, language != next { return .unknown }
      language = next
    }
    return language ?? .unknown
  }

  /// The author's clock, unless it runs ahead of the server's: the order in which feeds sort.
  private static func moment(created: JSONValue?, indexed: JSONValue?) -> Instant? {
    let created = TimeText.iso(created?.string)
    let indexed = TimeText.iso(indexed?.string)
    guard let created, let indexed else { return created ?? indexed }
    return min(created, indexed)
  }
}

/// Reads `at://did/app.bsky.feed.post/key`.
enum BlueskyAddress {
  /// Keeps the DID of a record's author.
  static func author(of uri: JSONString?, _ writer: inout EntryWriter) -> ByteRange {
    writer.name { arena in
      uri?.withBytes { bytes in
        guard let parts = parts(of: bytes), bytes.holds("did:", at: parts.author.lowerBound)
        else { return }
        for index in parts.author { arena.append(bytes[index]) }
      }
    }
  }

  /// Keeps the address of a post's page; nothing when the record is no post.
  static func permalink(
    _ uri: JSONString?, handle: ByteRange, _ writer: inout EntryWriter
  ) -> ByteRange {
    let name = Array(writer.batch.names[handle.indices])
    return writer.name { arena in
      uri?.withBytes { bytes in
        guard let parts = parts(of: bytes), bytes.holds("/app.bsky.feed.post/", at: parts.path)
        else { return }
        arena.append(contentsOf: "https://bsky.app/profile/".utf8)
        if name.isEmpty {
          for index in parts.author { arena.append(bytes[index]) }
        } else {
          arena.append(contentsOf: name)
        }
        arena.append(contentsOf: "/post/".utf8)
        for index in parts.path + 20..<bytes.count { arena.append(bytes[index]) }
      }
    }
  }

  private static func parts(of bytes: Span<UInt8>) -> (author: Range<Int>, path: Int)? {
    guard bytes.holds("at://", at: 0) else { return nil }
    var index = 5
    while index < bytes.count, bytes[index] != UInt8(ascii: "/") { index += 1 }
    return index > 5 ? (5..<index, index) : nil
  }
}
