import ExportReading
import TimelineModel

/// Who wrote a status, named so that the name holds on every server.
enum MastodonAccount {
  /// Truth Social by its address, everything else as Mastodon.
  static func platform(of status: JSONValue) -> Platform {
    let address = status["uri"]?.string ?? status["url"]?.string
    return address?.hasPrefix("https://truthsocial.com/") == true ? .truthSocial : .mastodon
  }

  /// Writes the author; an archive without accounts names them in the status's address.
  static func write(_ account: JSONValue?, address: JSONString?, _ writer: inout EntryWriter) {
    guard let account else {
      let isLocal = writer.content.platform == .truthSocial
      writer.content.handle = writer.name { arena in
        address?.withBytes { bytes in
          guard let place = ServerAddress(bytes), let user = place.user else { return }
          append(bytes, user, to: &arena)
          if isLocal { return }
          arena.append(UInt8(ascii: "@"))
          append(bytes, place.host, to: &arena)
        }
      }
      return
    }
    writer.content.authorID = MastodonContent.id(account["id"], &writer)
    writer.content.handle = handle(
      account, address: address, on: writer.content.platform, &writer)
    writer.text(account["display_name"]?.string, .displayName, as: .plain)
  }

  /// Keeps `user@host`: accounts of the server that was asked come without their host.
  ///
  /// Truth Social has no other servers, so its handles stay bare.
  static func handle(
    _ account: JSONValue, address: JSONString?, on platform: Platform,
    _ writer: inout EntryWriter
  ) -> ByteRange {
    guard let name = account["acct"]?.string, !name.isEmpty else { return .absent }
    return writer.name { arena in
      name.append(to: &arena)
      guard platform != .truthSocial, !name.contains(UInt8(ascii: "@")) else { return }
      (account["url"]?.string ?? address)?.withBytes { bytes in
        guard let place = ServerAddress(bytes) else { return }
        arena.append(UInt8(ascii: "@"))
        append(bytes, place.host, to: &arena)
      }
    }
  }

  private static func append(_ bytes: Span<UInt8>, _ range: Range<Int>, to arena: inout [UInt8]) {
    for index in range { arena.append(bytes[index]) }
  }
}

/// The parts of `https://host/@user/…` or `https://host/users/user/…`.
private struct ServerAddress {
  var host: Range<Int>
  var user: Range<Int>?

  /// Nil when the bytes are no web address.
  init?(_ bytes: Span<UInt8>) {
    guard let start = Self.end(of: "https://", bytes, 0) ?? Self.end(of: "http://", bytes, 0)
    else { return nil }
    host = start..<Self.partEnd(bytes, start)
    guard !host.isEmpty else { return nil }
    let path = host.upperBound
    if let start = Self.end(of: "/@", bytes, path) ?? Self.end(of: "/users/", bytes, path) {
      let range = start..<Self.partEnd(bytes, start)
      user = range.isEmpty ? nil : range
    }
  }

  private static func end(of prefix: StaticString, _ bytes: Span<UInt8>, _ start: Int) -> Int? {
    bytes.holds(prefix, at: start) ? start + prefix.utf8CodeUnitCount : nil
  }

  private static func partEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count, !isDelimiter(bytes[index]) { index += 1 }
    return index
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "?")
      || byte == UInt8(ascii: "#")
  }
}
