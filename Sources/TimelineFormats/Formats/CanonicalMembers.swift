import ExportReading

/// The members of a canonical post that Alongside reads, found in one pass; nil when absent or null.
struct CanonicalMembers {
  private(set) var version: JSONValue?
  private(set) var capture: JSONValue?
  private(set) var feed: JSONValue?
  private(set) var order: JSONValue?
  private(set) var position: JSONValue?
  private(set) var platform: JSONValue?
  private(set) var id: JSONValue?
  private(set) var url: JSONValue?
  private(set) var text: JSONValue?
  private(set) var html: JSONValue?
  private(set) var warning: JSONValue?
  private(set) var createdAt: JSONValue?
  private(set) var author: JSONValue?
  private(set) var kind: JSONValue?
  private(set) var promoted: JSONValue?
  private(set) var pinned: JSONValue?
  private(set) var sensitive: JSONValue?
  private(set) var labels: JSONValue?
  private(set) var language: JSONValue?
  private(set) var replyTo: JSONValue?
  private(set) var repostOf: JSONValue?
  private(set) var quote: JSONValue?
  private(set) var media: JSONValue?
  private(set) var links: JSONValue?
  private(set) var metrics: JSONValue?

  /// Reads an object; anything else has no members.
  init(_ record: JSONValue) {
    for (key, value) in record.members where !value.isNull {
      read(key, value)
    }
  }

  /// Comparing with few keys of the same length costs less than a search for each member.
  private mutating func read(_ key: JSONString, _ value: JSONValue) {
    switch key.count {
    case 1: if key == "v" { Self.set(&version, value) }
    case 2:
      if key == "id" { Self.set(&id, value) } else if key == "cw" { Self.set(&warning, value) }
    case 3:
      if key == "url" { Self.set(&url, value) } else if key == "pos" { Self.set(&position, value) }
    case 4: readFour(key, value)
    case 5:
      if key == "order" {
        Self.set(&order, value)
      } else if key == "quote" {
        Self.set(&quote, value)
      } else if key == "media" {
        Self.set(&media, value)
      } else if key == "links" {
        Self.set(&links, value)
      }
    case 6:
      if key == "author" {
        Self.set(&author, value)
      } else if key == "labels" {
        Self.set(&labels, value)
      } else if key == "pinned" {
        Self.set(&pinned, value)
      }
    case 7:
      if key == "capture" {
        Self.set(&capture, value)
      } else if key == "metrics" {
        Self.set(&metrics, value)
      }
    case 8:
      if key == "platform" {
        Self.set(&platform, value)
      } else if key == "promoted" {
        Self.set(&promoted, value)
      } else if key == "reply_to" {
        Self.set(&replyTo, value)
      }
    case 9:
      if key == "sensitive" {
        Self.set(&sensitive, value)
      } else if key == "repost_of" {
        Self.set(&repostOf, value)
      }
    case 10: if key == "created_at" { Self.set(&createdAt, value) }
    default: break
    }
  }

  private mutating func readFour(_ key: JSONString, _ value: JSONValue) {
    if key == "text" {
      Self.set(&text, value)
    } else if key == "lang" {
      Self.set(&language, value)
    } else if key == "kind" {
      Self.set(&kind, value)
    } else if key == "feed" {
      Self.set(&feed, value)
    } else if key == "html" {
      Self.set(&html, value)
    }
  }

  /// Of equal keys the first counts.
  private static func set(_ member: inout JSONValue?, _ value: JSONValue) {
    if member == nil { member = value }
  }
}
