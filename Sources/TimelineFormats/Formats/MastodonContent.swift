import ExportReading
import TimelineModel

/// Writes what one status says as the content begun last.
enum MastodonContent {
  /// Looks members up in Mastodon's order; servers that write another only pay for it.
  static func write(_ status: JSONValue, isBoost: Bool, _ writer: inout EntryWriter) {
    var status = MemberCursor(status)
    writer.content.id = id(status.next("id"), &writer)
    writer.content.createdAt = TimeText.iso(status.string("created_at"))
    writer.content.replyToID = id(status.next("in_reply_to_id"), &writer)
    let parentAuthor = status.next("in_reply_to_account_id")
    let isSensitive = status.next("sensitive")?.isTrue == true
    let warning = status.string("spoiler_text")
    let language = LanguageCode(status.string("language"))
    let uri = status.string("uri")
    let url = status.string("url") ?? uri
    writer.content.url = writer.name(url)
    let replies = status.next("replies_count")?.integer
    let boosts = status.next("reblogs_count")?.integer
    let likes = status.next("favourites_count")?.integer
    let html = status.string("content")
    let account = status.next("account")
    MastodonAccount.write(account, address: uri ?? url, &writer)
    if let parentAuthor {
      writeParentAuthor(parentAuthor, author: account, &status, &writer)
    }
    guard !isBoost else { return }
    writer.content.language = language
    writer.content.metrics.replies = replies
    writer.content.metrics.reposts = boosts
    writer.content.metrics.likes = likes
    if let warning, !warning.isEmpty {
      writer.text(warning, .contentWarning, as: .plain)
      writer.content.isCovered = true
    }
    writer.text(html, .text, as: .html)
    if isSensitive { writer.label("mastodon:sensitive") }
    if account?["limited"]?.isTrue == true { writer.label("mastodon:limited") }
    writeMedia(status.next("media_attachments") ?? status.next("media"), &writer)
    writeLinks(html, card: status.next("card"), &writer)
    if let poll = status.next("poll") {
      for option in poll.elements(of: "options") {
        writer.text(option["title"]?.string, .card, as: .plain)
      }
    }
  }

  /// Keeps an id, which some libraries turn into a number.
  static func id(_ value: JSONValue?, _ writer: inout EntryWriter) -> ByteRange {
    if let string = value?.string { return writer.name(string) }
    guard let number = value?.integer else { return .absent }
    return writer.name(String(number))
  }

  /// Whose status is answered: the account's id, and its handle where the status names it.
  private static func writeParentAuthor(
    _ parent: JSONValue, author: JSONValue?, _ status: inout MemberCursor,
    _ writer: inout EntryWriter
  ) {
    writer.content.replyToAuthorID = id(parent, &writer)
    if let author, isSame(author["id"], parent) {
      writer.content.replyToHandle = writer.content.handle
    } else if let answered = status.next("in_reply_to")?["account"] {
      writer.content.replyToHandle = MastodonAccount.handle(
        answered, address: nil, on: writer.content.platform, &writer)
    } else if let mentions = status.next("mentions") {
      for mention in mentions.elements where isSame(mention["id"], parent) {
        writer.content.replyToHandle = MastodonAccount.handle(
          mention, address: nil, on: writer.content.platform, &writer)
        return
      }
    }
  }

  private static func isSame(_ id: JSONValue?, _ other: JSONValue) -> Bool {
    guard let id else { return false }
    if let string = id.string, let otherString = other.string { return string == otherString }
    return id.integer != nil && id.integer == other.integer
  }

  /// Attachments, or the bare addresses to which archives reduce them.
  private static func writeMedia(_ media: JSONValue?, _ writer: inout EntryWriter) {
    guard let media else { return }
    for item in media.elements { writer.media(item["description"]?.string) }
  }

  private static func writeLinks(
    _ html: JSONString?, card: JSONValue?, _ writer: inout EntryWriter
  ) {
    html?.withBytes { bytes in
      HTMLLinks.forEach(in: bytes) { address in
        writer.text(.link) { PlainText.append(address, as: .html, to: &$0) }
      }
    }
    guard let card else { return }
    writer.text(card["url"]?.string, .link, as: .plain)
    writer.text(card["title"]?.string, .card, as: .plain)
    writer.text(card["description"]?.string, .card, as: .plain)
  }
}
