package import ExportReading
import TimelineModel

/// Alongside's own NDJSON, `alongside/1`: for exports that no other format reads.
package enum CanonicalPosts: TimelineFormat {
  package static let id = "canonical"
  package static let summary = "Alongside's own NDJSON (alongside/1); needs only id and text"
  package static let orderNote = "what each record's \"order\" says; stream when it says nothing"

  package static func recognise(_ record: JSONValue) -> Recognition {
    guard record["id"]?.string != nil, record.has("text") || record.has("kind") else {
      return .no
    }
    let isMarked = record["v"]?.integer == 1
    if isMarked, record.has("capture") || record.has("platform") { return .certain }
    // X's posts have a user; the source that Mastodon hands to an editor has a `spoiler_text`.
    let isForeign = record.has("user") || record.has("spoiler_text")
    return record["text"]?.string != nil && !isForeign ? .possible : .no
  }

  package static func decode(_ record: JSONValue, into writer: inout EntryWriter)
    throws(JSONError)
  {
    guard record.isObject else { throw JSONError.unusable("the record is no object") }
    let post = CanonicalMembers(record)
    if let version = post.version, version.integer != 1 {
      throw JSONError.unusable("\"v\" must be 1")
    }
    guard let id = post.id?.string, !id.isEmpty else {
      throw JSONError.unusable("\"id\" must be a string that is not empty")
    }
    let platform = platform(of: post)
    let order = try order(of: post)
    let kind = try kind(of: post)
    if kind != .placeholder, post.text?.string == nil, post.repostOf == nil {
      throw JSONError.unusable("\"text\" must be a string")
    }
    writer.beginEntry(kind, on: platform, order: order)
    writer.entry.isPromoted = post.promoted?.isTrue == true
    writer.entry.isPinned = post.pinned?.isTrue == true
    writer.entry.position = post.position?.integer
    writer.entry.capture = writer.name(post.capture?.string ?? post.feed?.string)
    writer.content.isMissing = kind == .placeholder
    write(post, &writer)
    writeEmbedded(by: post, on: platform, &writer)
  }

  /// Known platforms are met without making a string.
  private static func platform(of post: CanonicalMembers) -> Platform {
    guard let name = post.platform?.string else { return Platform(rawValue: "other") }
    if name == "x" { return .x }
    if name == "mastodon" { return .mastodon }
    if name == "bluesky" { return .bluesky }
    return Platform(rawValue: name.kept.lowercased())
  }

  private static func order(of post: CanonicalMembers) throws(JSONError) -> OrderClass {
    guard let order = post.order else { return .stream }
    guard let name = order.string, let known = OrderClass(rawValue: name.kept) else {
      throw JSONError.unusable(
        "\"order\" must be one of \(OrderClass.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return known
  }

  private static func kind(of post: CanonicalMembers) throws(JSONError) -> EntryKind {
    if let stated = post.kind {
      if let kind = EntryKind.allCases.first(where: { kind in stated.string?.kept == kind.name }) {
        return kind
      }
      guard stated.string.map({ $0 == "tombstone" }) == true else {
        throw JSONError.unusable(
          "\"kind\" must be one of \(EntryKind.allCases.map(\.name).joined(separator: ", "))")
      }
      return .placeholder
    }
    if post.repostOf != nil { return .repost }
    if post.quote != nil { return .quote }
    return post.replyTo != nil ? .reply : .post
  }

  private static func writeEmbedded(
    by post: CanonicalMembers, on platform: Platform, _ writer: inout EntryWriter
  ) {
    if let reposted = embedded(post.repostOf, .reposted, on: platform, &writer) {
      _ = embedded(reposted.quote, .quoted, on: platform, &writer)
    }
    _ = embedded(post.quote, .quoted, on: platform, &writer)
    // A reply's parent is shown only where the record brings its text.
    if post.replyTo?["text"] != nil {
      _ = embedded(post.replyTo, .repliedTo, on: platform, &writer)
    }
  }

  /// Writes a post that another shows; one without text is missing.
  private static func embedded(
    _ record: JSONValue?, _ role: ContentRole, on platform: Platform, _ writer: inout EntryWriter
  ) -> CanonicalMembers? {
    guard let record, record.isObject else { return nil }
    let post = CanonicalMembers(record)
    writer.beginEmbedded(role, on: platform)
    write(post, &writer)
    writer.content.isMissing = post.text?.string == nil
    return post
  }

  private static func write(_ post: CanonicalMembers, _ writer: inout EntryWriter) {
    writer.content.id = writer.name(post.id?.string)
    writer.content.url = writer.name(post.url?.string)
    writer.content.language = LanguageCode(post.language?.string)
    writer.content.createdAt = TimeText.iso(post.createdAt?.string)
    if let author = post.author {
      writer.author(
        id: author["id"]?.string, handle: author["handle"]?.string ?? author.string,
        name: author["name"]?.string)
    }
    if let parent = post.replyTo {
      writer.content.replyToID = writer.name(parent.string ?? parent["id"]?.string)
      let author = parent["author"]
      writer.content.replyToAuthorID = writer.name(author?["id"]?.string)
      writer.content.replyToHandle = writer.name(author?["handle"]?.string)
    }
    if let warning = post.warning?.string, !warning.isEmpty {
      writer.text(warning, .contentWarning, as: .plain)
      writer.content.isCovered = true
    }
    writer.text(post.text?.string, .text, as: post.html?.isTrue == true ? .html : .plain)
    if let media = post.media {
      for item in media.elements { writer.media(item["alt"]?.string) }
    }
    if let links = post.links {
      for link in links.elements { writer.text(link.string, .link, as: .plain) }
    }
    writeMarks(post, &writer)
  }

  private static func writeMarks(_ post: CanonicalMembers, _ writer: inout EntryWriter) {
    if let metrics = post.metrics {
      writer.content.metrics.views = metrics["views"]?.integer
      writer.content.metrics.likes = metrics["likes"]?.integer
      writer.content.metrics.reposts = metrics["reposts"]?.integer
      writer.content.metrics.replies = metrics["replies"]?.integer
    }
    if post.sensitive?.isTrue == true { writer.label("any:sensitive") }
    if let labels = post.labels {
      for label in labels.elements where label.string?.isEmpty == false {
        writer.label("", label.string)
      }
    }
  }
}
