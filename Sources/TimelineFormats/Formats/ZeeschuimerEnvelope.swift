import ExportReading

/// What Zeeschuimer writes around a post, whatever the platform.
struct ZeeschuimerEnvelope {
  /// Such as `twitter.com` or `tiktok.com`.
  let platform: JSONString
  /// The platform's object: under `data`, or the record itself where 4CAT has unwrapped it.
  let payload: JSONValue
  /// The address in the browser's address bar.
  let page: JSONString?
  /// The address of the request that the post came with.
  let request: JSONString?
  /// When the post came, in milliseconds since the epoch.
  let collectedAt: Int64?
  /// The number that the extension gave the post.
  let line: Int64?
  /// Browser session, tab and page of it; opaque, since builds write `NaN` into it.
  let visit: JSONString?

  /// Reads the envelope; nil when there is none.
  init?(_ record: JSONValue) {
    let wrapped = record["__import_meta"]
    let envelope = wrapped ?? record
    guard let platform = envelope["source_platform"]?.string,
      let payload = wrapped == nil ? record["data"] : record, payload.isObject,
      wrapped != nil || record.has("nav_index") || record.has("item_id")
    else { return nil }
    self.platform = platform
    self.payload = payload
    page = envelope["source_platform_url"]?.string
    request = envelope["source_url"]?.string
    visit = envelope["nav_index"]?.string
    collectedAt = envelope["timestamp_collected"]?.integer
    line = envelope["id"]?.integer
  }

  /// Whether the request opened a page rather than went on with one.
  ///
  /// Then its address has variables and no cursor among them; requests by POST keep theirs out of
  /// the address and count as going on.
  var isPageLoad: Bool {
    request?.withBytes { bytes in
      guard let start = Self.end(of: Self.variables, in: bytes, from: 0, until: nil) else {
        return false
      }
      let ampersand = UInt8(ascii: "&")
      return Self.end(of: Self.cursor, in: bytes, from: start, until: ampersand) == nil
    } ?? false
  }

  private static let variables = Array("?variables=".utf8)
  private static let cursor = Array("cursor%22".utf8)

  /// The index behind the first occurrence of a literal before a byte.
  private static func end(
    of literal: [UInt8], in bytes: Span<UInt8>, from start: Int, until stop: UInt8?
  ) -> Int? {
    var index = start
    while index + literal.count <= bytes.count, bytes[index] != stop {
      if bytes[index] == literal[0],
        literal.indices.allSatisfy({ bytes[index + $0] == literal[$0] })
      {
        return index + literal.count
      }
      index += 1
    }
    return nil
  }
}
