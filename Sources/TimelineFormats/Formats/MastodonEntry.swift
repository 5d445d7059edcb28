import ExportReading
import TimelineModel

/// Writes one status and what it shows as an entry.
enum MastodonEntry {
  static func write(_ status: JSONValue, order: OrderClass, _ writer: inout EntryWriter) {
    let platform = MastodonAccount.platform(of: status)
    if status["tombstone"]?.isObject == true {
      writer.addPlaceholder(on: platform, order: order, id: status["id"]?.string)
      return
    }
    let boosted = status["reblog"]
    writer.beginEntry(.post, on: platform, order: order)
    // A boost repeats what it passes on, or has no content.
    MastodonContent.write(status, isBoost: boosted != nil, &writer)
    writer.entry.isPromoted = status["sponsored"]?.isTrue == true
    writer.entry.rank = rank(of: status, writer)
    if let boosted {
      writer.entry.kind = .repost
      writer.beginEmbedded(.reposted, on: platform)
      MastodonContent.write(boosted, isBoost: false, &writer)
    } else if !writer.content.replyToID.isEmpty {
      writer.entry.kind = .reply
    }
    writeParent(of: boosted == nil ? status : nil, on: platform, &writer)
    if writeQuoted(by: boosted ?? status, on: platform, &writer), boosted == nil {
      writer.entry.kind = .quote
    }
  }

  /// Ids of Mastodon, Truth Social and Pixelfed grow with time; those of other servers are no
  /// numbers.
  private static func rank(of status: JSONValue, _ writer: EntryWriter) -> UInt64? {
    if let id = status["id"]?.integer { return UInt64(exactly: id) }
    return writer.content.createdAt.flatMap { UInt64(exactly: $0.milliseconds) }
  }

  /// Truth Social brings the answered status along.
  private static func writeParent(
    of status: JSONValue?, on platform: Platform, _ writer: inout EntryWriter
  ) {
    guard let parent = status?["in_reply_to"], MastodonStatuses.isStatus(parent) else { return }
    writer.beginEmbedded(.repliedTo, on: platform)
    MastodonContent.write(parent, isBoost: false, &writer)
  }

  /// Mastodon wraps the quoted status and states why it may be absent; Akkoma, Truth Social and
  /// Pleroma's extension bring the status itself.
  private static func writeQuoted(
    by status: JSONValue, on platform: Platform, _ writer: inout EntryWriter
  ) -> Bool {
    let extensions = status["pleroma"]
    let quote = status["quote"] ?? extensions?["quote"]
    let wrapped = quote?["quoted_status"] ?? quote
    let id =
      quote?["quoted_status_id"] ?? status["quoted_status_id"] ?? status["quote_id"]
      ?? extensions?["quote_id"]
    guard quote?.isObject == true || id != nil else { return false }
    writer.beginEmbedded(.quoted, on: platform)
    if let wrapped, MastodonStatuses.isStatus(wrapped) {
      MastodonContent.write(wrapped, isBoost: false, &writer)
      let state = quote?["state"]?.string
      // Blocked and muted authors' words are shown only when the reader asks.
      if let state, !(state == "accepted") { writer.content.isCovered = true }
    } else {
      writer.content.id = MastodonContent.id(id, &writer)
      writer.content.isMissing = true
    }
    return true
  }
}
