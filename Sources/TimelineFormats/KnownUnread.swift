package import ExportReading

/// Exports that are recognised so that they can be refused with a reason.
package enum KnownUnread {
  /// Why a record's export is not read, or nil when the record is unknown.
  ///
  /// Asked only after every format has declined, so shapes are told apart from one another alone.
  package static func reason(for record: JSONValue) -> String? {
    for shape in shapes where shape.matches(record) {
      return shape.reason
    }
    return zeeschuimerReason(for: record)
  }

  /// Why an export that begins with these bytes is not read; for exports that are no JSON.
  package static func reason(forPrefix bytes: some Collection<UInt8>) -> String? {
    var body = bytes[...]
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { body = body.dropFirst(3) }
    body = body.drop { $0 == 0x20 || $0 >= 0x09 && $0 <= 0x0D }
    let isArchive = ["window.YTD.", "window.__THAR_CONFIG", "Grailbird.data"].contains {
      body.starts(with: $0.utf8)
    }
    return isArchive ? "x account archive: \(ownPostsOnly)" : nil
  }

  private static let ownPostsOnly =
    "it holds only the account's own posts, so it cannot show what they appeared next to; "
    + "capture a timeline instead"
  private static let unordered =
    "it is a sample or search that nobody saw in this order; capture a timeline instead"

  private struct Shape: Sendable {
    let reason: String
    let matches: @Sendable (JSONValue) -> Bool
  }

  private static let shapes: [Shape] = [
    Shape(reason: "x account archive: \(ownPostsOnly)") { record in
      record["tweet"]?["full_text"] != nil || record["noteTweet"] != nil
        || record["userInfo"] != nil && record["archiveInfo"] != nil
    },
    Shape(reason: "activitypub outbox of an account archive: \(ownPostsOnly)") { record in
      record.has("orderedItems")
        || record["actor"] != nil && record["object"] != nil && record["type"] != nil
    },
    Shape(reason: "bluesky jetstream: \(unordered)") { record in
      record["time_us"] != nil && record["did"] != nil
    },
    Shape(reason: "mastodon drafts, notifications or accounts: they hold no posts") {
      MastodonStatuses.isOther($0)
    },
    Shape(reason: "bluesky records or notifications: they hold no posts") {
      BlueskyFeeds.isOther($0)
    },
    Shape(reason: "reddit listing or dump: not read yet") { record in
      record["kind"].map { $0.string.map { $0 == "Listing" } ?? false } ?? false
        || record["subreddit"] != nil && record["created_utc"] != nil
    },
    Shape(reason: "telegram export: not read yet") { record in
      record["messages"]?.elements.first?["date_unixtime"] != nil
        || record["chats"]?["list"]?.isArray == true
    },
    Shape(reason: "snscrape or twscrape posts: \(unordered)") { record in
      record["_type"]?.string?.hasPrefix("snscrape.modules.") == true
        || record["rawContent"] != nil && record["user"] != nil
    },
    Shape(reason: "x search answer of the web client before graphql: not read") { record in
      record["globalObjects"]?["tweets"] != nil
    },
    Shape(reason: "x api v2 counts: they hold no posts") { record in
      sample(of: record)["tweet_count"] != nil
    },
    Shape(reason: "x api v2 compliance job: it holds no posts") { record in
      record["action"]?.string != nil && record["id"] != nil && record["created_at"] != nil
    },
    Shape(reason: "x api v2 users: they hold no posts") { record in
      let sample = sample(of: record)
      return sample["username"] != nil && sample["name"] != nil && sample["text"] == nil
    },
  ]

  /// The first element of a page, or the record itself.
  private static func sample(of record: JSONValue) -> JSONValue {
    guard let data = record["data"] else { return record }
    return data.isArray ? data.elements.first ?? record : data
  }

  /// Zeeschuimer's other modules, as it names them.
  private static let platforms: [StaticString] = [
    "9gag.com", "douyin.com", "facebook.com", "gab.com", "imgur.com", "instagram.com",
    "linkedin.com", "parler.com", "pinterest.com", "threads.net", "tiktok-comments", "tiktok.com",
    "truthsocial.com", "xiaohongshu.com", "xiaohongshu-comments",
  ]

  private static func zeeschuimerReason(for record: JSONValue) -> String? {
    guard ZeeschuimerX.recognise(record) == .no,
      let platform = ZeeschuimerEnvelope(record)?.platform
    else { return nil }
    let known = platforms.first { platform == $0 }
    return "zeeschuimer export of \(known.map { "\($0)" } ?? "another platform"): not read yet"
  }
}
