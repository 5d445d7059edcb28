package import ExportReading
package import TimelineModel

/// Names that X's formats put together or take out of longer strings.
package enum XNames {
  /// Keeps several strings as one name with a space between them, such as a capture's key.
  package static func joined(
    _ parts: [JSONString?], _ writer: inout EntryWriter
  ) -> ByteRange {
    let start = writer.batch.names.count
    for part in parts {
      guard let part, !part.isEmpty else { continue }
      if writer.batch.names.count > start { writer.batch.names.append(UInt8(ascii: " ")) }
      part.append(to: &writer.batch.names)
    }
    return ByteRange(start: start, end: writer.batch.names.count)
  }

  /// Keeps the digits behind the last `tweet-` of a timeline entry's id; absent when there are none.
  package static func postID(
    inEntryID entryID: JSONString?, _ writer: inout EntryWriter
  ) -> ByteRange {
    guard let entryID else { return .absent }
    let start = writer.batch.names.count
    entryID.withBytes { bytes in
      guard var index = end(ofLast: "tweet-", in: bytes) else { return }
      while index < bytes.count, bytes[index] &- 0x30 < 10 {
        writer.batch.names.append(bytes[index])
        index += 1
      }
    }
    return ByteRange(start: start, end: writer.batch.names.count)
  }

  /// Keeps the handle of a post's address, `https://x.com/handle/status/1`; absent when there is none.
  package static func handle(
    inAddress address: JSONString?, _ writer: inout EntryWriter
  ) -> ByteRange {
    guard let address else { return .absent }
    let start = writer.batch.names.count
    address.withBytes { bytes in
      guard let status = end(ofLast: "/status/", in: bytes) else { return }
      let end = status - "/status/".utf8.count
      var first = end
      while first > 0, isHandleByte(bytes[first - 1]) { first -= 1 }
      // `x.com/i/status/1` names nobody.
      guard first > 0, bytes[first - 1] == UInt8(ascii: "/"), end - first > 1 else { return }
      for index in first..<end { writer.batch.names.append(bytes[index]) }
    }
    return ByteRange(start: start, end: writer.batch.names.count)
  }

  /// Keeps the last component of an address's path: the operation of a GraphQL request.
  package static func operation(
    inAddress address: JSONString?, _ writer: inout EntryWriter
  ) -> ByteRange {
    guard let address else { return .absent }
    let start = writer.batch.names.count
    address.withBytes { bytes in
      var end = 0
      var first = 0
      while end < bytes.count, bytes[end] != UInt8(ascii: "?"), bytes[end] != UInt8(ascii: "#") {
        if bytes[end] == UInt8(ascii: "/") { first = end + 1 }
        end += 1
      }
      for index in first..<end { writer.batch.names.append(bytes[index]) }
    }
    return ByteRange(start: start, end: writer.batch.names.count)
  }

  /// Keeps an address up to its query: what was asked for, whatever the page.
  package static func path(
    ofAddress address: JSONString?, _ writer: inout EntryWriter
  ) -> ByteRange {
    guard let address else { return .absent }
    let start = writer.batch.names.count
    address.withBytes { bytes in
      for index in 0..<bytes.count {
        guard bytes[index] != UInt8(ascii: "?") else { return }
        writer.batch.names.append(bytes[index])
      }
    }
    return ByteRange(start: start, end: writer.batch.names.count)
  }

  private static func isHandleByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
  }

  /// The index behind the last occurrence of a literal.
  private static func end(ofLast literal: String, in bytes: Span<UInt8>) -> Int? {
    let wanted = Array(literal.utf8)
    guard bytes.count >= wanted.count else { return nil }
    for start in (0...(bytes.count - wanted.count)).reversed()
    where wanted.indices.allSatisfy({ bytes[start + $0] == wanted[$0] }) {
      return start + wanted.count
    }
    return nil
  }
}

extension JSONString {
  /// Whether two strings have the same bytes.
  func isEqual(to other: JSONString) -> Bool {
    guard count == other.count else { return false }
    return withBytes { left in
      other.withBytes { right in
        for index in 0..<left.count where left[index] != right[index] { return false }
        return true
      }
    }
  }
}
