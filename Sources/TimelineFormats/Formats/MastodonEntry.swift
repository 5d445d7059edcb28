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
    writer.entry.rank = rank(of: status)
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

  /// Timelines are sorted by id, not by time: what arrives late from another server stands late.
  ///
  /// Ids are numbers (Mastodon, Truth Social, Pixelfed), or texts that sort by their bytes: flake
  /// ids in base 62 (Pleroma, Akkoma) and ULIDs (GoToSocial), whose first ten characters hold more
  /// than their milliseconds.
  private static func rank(of status: JSONValue) -> UInt64? {
    if let id = status["id"]?.integer { return UInt64(exactly: id) }
    return status["id"]?.string?.withBytes { bytes -> UInt64? in
      guard bytes.count >= 10 else { return nil }
      var rank: UInt64 = 0
      for index in 0..<10 {
        guard let digit = digit(bytes[index]) else { return nil }
        rank = rank << 6 | digit
      }
      return rank
    }
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case 0x30...0x39: UInt64(byte - 0x30)
    case 0x41...0x5A: UInt64(byte - 0x41 + 10)
    case 0x61...0x7A: UInt64(byte - 0x61 + 36)
    default: nil
    }
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
