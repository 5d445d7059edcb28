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
    if let version = record["v"], version.integer != 1 {
      throw JSONError.unusable("\"v\" must be 1")
    }
    guard let id = record["id"]?.string, !id.isEmpty else {
      throw JSONError.unusable("\"id\" must be a string that is not empty")
    }
    let platform = Platform(rawValue: record["platform"]?.string?.kept.lowercased() ?? "other")
    let order = try order(of: record)
    let kind = try kind(of: record)
    if kind != .placeholder, record["text"]?.string == nil, record["repost_of"] == nil {
      throw JSONError.unusable("\"text\" must be a string")
    }
    writer.beginEntry(kind, on: platform, order: order)
    writer.entry.isPromoted = record["promoted"]?.isTrue == true
    writer.entry.isPinned = record["pinned"]?.isTrue == true
    writer.entry.position = record["pos"]?.integer
    let capture = record["capture"]?.string ?? record["feed"]?.string
    writer.entry.capture = writer.name(capture)
    writer.content.isMissing = kind == .placeholder
    writeContent(record, &writer)
    writeEmbedded(record, on: platform, &writer)
  }

  private static func order(of record: JSONValue) throws(JSONError) -> OrderClass {
    guard let order = record["order"] else { return .stream }
    guard let name = order.string, let known = OrderClass(rawValue: name.kept) else {
      throw JSONError.unusable(
        "\"order\" must be one of \(OrderClass.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return known
  }

  private static func kind(of record: JSONValue) throws(JSONError) -> EntryKind {
    if let stated = record["kind"] {
      if let kind = EntryKind.allCases.first(where: { kind in stated.string?.kept == kind.name }) {
        return kind
      }
      guard stated.string.map({ $0 == "tombstone" }) == true else {
        throw JSONError.unusable(
          "\"kind\" must be one of \(EntryKind.allCases.map(\.name).joined(separator: ", "))")
      }
      return .placeholder
    }
    if record["repost_of"] != nil { return .repost }
    if record["quote"] != nil { return .quote }
    return record["reply_to"] != nil ? .reply : .post
  }

  private static func writeEmbedded(
    _ record: JSONValue, on platform: Platform, _ writer: inout EntryWriter
  ) {
    let parts: [(StaticString, ContentRole)] = [
      ("repost_of", .reposted), ("quote", .quoted), ("reply_to", .repliedTo),
    ]
    for (key, role) in parts {
      guard let embedded = record[key], embedded.isObject else { continue }
      // A reply's parent is shown only where the record brings its text.
      if role == .repliedTo, embedded["text"] == nil { continue }
      writer.beginEmbedded(role, on: platform)
      writeContent(embedded, &writer)
      writer.content.isMissing = embedded["text"]?.string == nil
      if let quote = embedded["quote"], quote.isObject, role == .reposted {
        writer.beginEmbedded(.quoted, on: platform)
        writeContent(quote, &writer)
      }
    }
  }

  private static func writeContent(_ record: JSONValue, _ writer: inout EntryWriter) {
    writer.content.id = writer.name(record["id"]?.string)
    writer.content.url = writer.name(record["url"]?.string)
    writer.content.language = LanguageCode(record["lang"]?.string)
    writer.content.createdAt = TimeText.iso(record["created_at"]?.string)
    let author = record["author"]
    writer.author(
      id: author?["id"]?.string, handle: author?["handle"]?.string ?? author?.string,
      name: author?["name"]?.string)
    if let parent = record["reply_to"] {
      writer.content.replyToID = writer.name(parent.string ?? parent["id"]?.string)
      let parentAuthor = parent["author"]
      writer.content.replyToAuthorID = writer.name(parentAuthor?["id"]?.string)
      writer.content.replyToHandle = writer.name(parentAuthor?["handle"]?.string)
    }
    if let warning = record["cw"]?.string, !warning.isEmpty {
      writer.text(warning, .contentWarning, as: .plain)
      writer.content.isCovered = true
    }
    let isHTML = record["html"]?.isTrue == true
    writer.text(record["text"]?.string, .text, as: isHTML ? .html : .plain)
    writeMedia(record, &writer)
    writeMarks(record, &writer)
  }

  private static func writeMedia(_ record: JSONValue, _ writer: inout EntryWriter) {
    for item in record.elements(of: "media") {
      writer.content.media += 1
      if let alt = item["alt"]?.string, !alt.isEmpty {
        writer.content.describedMedia += 1
        writer.text(alt, .altText, as: .plain)
      }
    }
    for link in record.elements(of: "links") {
      writer.text(link.string, .link, as: .plain)
    }
    if let metrics = record["metrics"] {
      writer.content.metrics.views = metrics["views"]?.integer
      writer.content.metrics.likes = metrics["likes"]?.integer
      writer.content.metrics.reposts = metrics["reposts"]?.integer
      writer.content.metrics.replies = metrics["replies"]?.integer
    }
  }

  private static func writeMarks(_ record: JSONValue, _ writer: inout EntryWriter) {
    if record["sensitive"]?.isTrue == true { writer.label("any:sensitive") }
    for label in record.elements(of: "labels") {
      if label.string?.isEmpty == false { writer.label("", label.string) }
    }
  }
}
