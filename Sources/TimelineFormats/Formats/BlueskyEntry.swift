import ExportReading
import TimelineModel

/// Writes one post of a feed, search, thread or repository as an entry.
enum BlueskyEntry {
  /// Writes a post; `item` is the element of a feed around it, which says why it stands there.
  static func write(
    _ post: JSONValue, in item: JSONValue?, order: OrderClass, _ writer: inout EntryWriter
  ) {
    writer.beginEntry(.post, on: .bluesky, order: order)
    let reason = item?["reason"]
    if let reposter = reason?["by"] {
      writer.entry.kind = .repost
      writeRepost(reason, by: reposter, &writer)
      writer.beginEmbedded(.reposted, on: .bluesky)
      let quoted = BlueskyContent.write(post, &writer)
      BlueskyEmbed.writeQuoted(quoted, &writer)
      return
    }
    writer.entry.isPinned = reason.flatMap(BlueskyKey.type)?.contains("#reasonPin") == true
    let quoted = BlueskyContent.write(post, &writer)
    // A pinned post stands out of order.
    if !writer.entry.isPinned { writer.entry.rank = rank(writer) }
    let isReply = !writer.content.replyToID.isEmpty
    writer.entry.kind = quoted != nil ? .quote : isReply ? .reply : .post
    if let reply = item?["reply"] { writeParents(reply, &writer) }
    BlueskyEmbed.writeQuoted(quoted, &writer)
  }

  private static func writeRepost(
    _ reason: JSONValue?, by reposter: JSONValue, _ writer: inout EntryWriter
  ) {
    writer.content.id = writer.name(reason?["uri"]?.string)
    let time = reason?["indexedAt"] ?? reason?["indexed_at"]
    writer.content.createdAt = TimeText.iso(time?.string)
    writer.entry.rank = rank(writer)
    BlueskyContent.writeAuthor(reposter, &writer)
  }

  private static func rank(_ writer: EntryWriter) -> UInt64? {
    writer.content.createdAt.flatMap { UInt64(exactly: $0.milliseconds) }
  }

  /// A feed shows the first post of the conversation and the answered one above the answer.
  private static func writeParents(_ reply: JSONValue, _ writer: inout EntryWriter) {
    let parent = reply["parent"]
    writer.content.replyToHandle = BlueskyContent.handle(
      parent?["author"]?["handle"]?.string, &writer)
    if let root = reply["root"], !isSame(root, parent) { writeParent(root, &writer) }
    if let parent { writeParent(parent, &writer) }
  }

  private static func isSame(_ root: JSONValue, _ parent: JSONValue?) -> Bool {
    guard let uri = root["uri"]?.string, let other = parent?["uri"]?.string else { return false }
    return uri == other
  }

  private static func writeParent(_ parent: JSONValue, _ writer: inout EntryWriter) {
    writer.beginEmbedded(.repliedTo, on: .bluesky)
    if BlueskyFeeds.isPost(parent) {
      _ = BlueskyContent.write(parent, &writer)
    } else {
      BlueskyPlaceholder.write(parent, &writer)
    }
  }
}
