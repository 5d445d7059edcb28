import ExportReading
import TimelineModel

/// A post of API v2 with what its page, or the flattened post itself, knows of what it refers to.
struct XTweetsV2Post {
  private let tweet: JSONValue
  private let includes: XTweetsV2Includes

  /// Joins a post and the page's `includes`.
  init(_ tweet: JSONValue, _ includes: XTweetsV2Includes) {
    self.tweet = tweet
    self.includes = includes
  }

  /// Writes the post as an entry, with what it passes on, quotes and answers.
  func writeEntry(order: OrderClass, _ writer: inout EntryWriter) {
    let repost = reference("retweeted")
    writer.beginEntry(kind, on: .x, order: order)
    write(isRepost: repost != nil, &writer)
    writer.entry.rank = XParts.unsigned(tweet["id"])
    if let repost {
      writer.beginEmbedded(.reposted, on: .x)
      if let original = referenced(repost) {
        original.write(isRepost: false, &writer)
        original.writeQuoted(&writer)
      } else {
        // The repost's own text repeats the start of what it passes on.
        writer.content.id = writer.name(repost["id"]?.string)
        writer.text(tweet["text"]?.string, .text, as: .escaped)
        writer.content.isTruncated = true
      }
      return
    }
    writeQuoted(&writer)
    if let parent = reference("replied_to").flatMap(referenced) {
      writer.beginEmbedded(.repliedTo, on: .x)
      parent.write(isRepost: false, &writer)
    }
  }

  private var kind: EntryKind {
    if reference("retweeted") != nil { return .repost }
    if reference("quoted") != nil { return .quote }
    return reference("replied_to") != nil ? .reply : .post
  }

  private func reference(_ type: StaticString) -> JSONValue? {
    for reference in tweet.elements(of: "referenced_tweets") {
      if let stated = reference["type"]?.string, stated == type { return reference }
    }
    return nil
  }

  /// The post referred to, when its text is there: in the reference of a flattened post, else in
  /// the page's `includes`.
  private func referenced(_ reference: JSONValue) -> XTweetsV2Post? {
    if reference["text"] != nil { return XTweetsV2Post(reference, includes) }
    return includes.tweet(reference["id"]?.string).map { XTweetsV2Post($0, includes) }
  }

  private func writeQuoted(_ writer: inout EntryWriter) {
    guard let quote = reference("quoted") else { return }
    writer.beginEmbedded(.quoted, on: .x)
    if let quoted = referenced(quote) {
      quoted.write(isRepost: false, &writer)
    } else {
      writer.content.id = writer.name(quote["id"]?.string)
      writer.content.isMissing = true
    }
  }

  private func write(isRepost: Bool, _ writer: inout EntryWriter) {
    writer.content.id = writer.name(tweet["id"]?.string)
    writer.content.createdAt = TimeText.iso(tweet["created_at"]?.string)
    writer.content.language = LanguageCode(tweet["lang"]?.string)
    writeAuthor(&writer)
    writeReply(&writer)
    if let metrics = tweet["public_metrics"] {
      writer.content.metrics.views = metrics["impression_count"]?.integer
      writer.content.metrics.likes = metrics["like_count"]?.integer
      writer.content.metrics.reposts =
        (metrics["retweet_count"] ?? metrics["repost_count"])?.integer
      writer.content.metrics.replies = metrics["reply_count"]?.integer
    }
    guard !isRepost else { return }
    let note = tweet["note_tweet"]
    // Escaped like API v1.1's. Whether notes are as well is not documented: resolving one that is
    // not changes only what its author typed as an entity.
    writer.text(note?["text"]?.string ?? tweet["text"]?.string, .text, as: .escaped)
    writeLinks(note?["entities"] ?? tweet["entities"], &writer)
    writeAttachments(&writer)
    if tweet["possibly_sensitive"]?.isTrue == true { writer.label("x:possibly-sensitive") }
    if tweet["withheld"] != nil { writer.label("x:withheld") }
  }

  private func writeAuthor(_ writer: inout EntryWriter) {
    let id = tweet["author_id"]?.string
    let user = tweet["author"] ?? tweet["author_user"] ?? includes.user(id)
    writer.author(
      id: id ?? user?["id"]?.string, handle: user?["username"]?.string,
      name: user?["name"]?.string)
  }

  private func writeReply(_ writer: inout EntryWriter) {
    let parent = tweet["in_reply_to_user_id"]?.string
    let user = tweet["in_reply_to_user"] ?? includes.user(parent)
    writer.content.replyToID = writer.name(reference("replied_to")?["id"]?.string)
    writer.content.replyToAuthorID = writer.name(parent)
    writer.content.replyToHandle = writer.name(user?["username"]?.string)
  }
}

// MARK: - Attachments

extension XTweetsV2Post {
  /// Addresses, and the previews that the client shows for them.
  private func writeLinks(_ entities: JSONValue?, _ writer: inout EntryWriter) {
    guard let entities else { return }
    for url in entities.elements(of: "urls") {
      let address = url["unwound_url"] ?? url["expanded_url"] ?? url["url"]
      writer.text(address?.string, .link, as: .plain)
      writer.text(url["title"]?.string, .card, as: .plain)
      writer.text(url["description"]?.string, .card, as: .plain)
    }
  }

  private func writeAttachments(_ writer: inout EntryWriter) {
    guard let attachments = tweet["attachments"] else { return }
    if attachments["media"]?.isArray == true {
      for medium in attachments.elements(of: "media") { write(medium: medium, &writer) }
    } else {
      for key in attachments.elements(of: "media_keys") {
        write(medium: includes.medium(key.string), &writer)
      }
    }
    if let poll = attachments["poll"] {
      write(poll: poll, &writer)
    } else if let poll = includes.poll(attachments.elements(of: "poll_ids").first?.string) {
      write(poll: poll, &writer)
    }
  }

  private func write(medium: JSONValue?, _ writer: inout EntryWriter) {
    guard writer.content.media < .max else { return }
    writer.content.media += 1
    guard let alt = medium?["alt_text"]?.string, !alt.isEmpty else { return }
    writer.content.describedMedia += 1
    writer.text(alt, .altText, as: .plain)
  }

  private func write(poll: JSONValue, _ writer: inout EntryWriter) {
    for option in poll.elements(of: "options") {
      writer.text(option["label"]?.string, .card, as: .plain)
    }
  }
}
