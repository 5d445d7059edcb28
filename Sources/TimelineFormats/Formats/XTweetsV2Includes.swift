import ExportReading

/// What a page of API v2 refers to by id: users, posts, media and polls, found in logarithmic time.
struct XTweetsV2Includes {
  private struct Table {
    private var rows: [(hash: UInt64, id: JSONString, value: JSONValue)] = []

    init(_ list: JSONValue?, key: StaticString) {
      guard let list else { return }
      for value in list.elements {
        if let id = value[key]?.string { rows.append((Self.hash(id), id, value)) }
      }
      rows.sort { $0.hash < $1.hash }
    }

    func value(_ id: JSONString?) -> JSONValue? {
      guard let id else { return nil }
      let hash = Self.hash(id)
      var low = 0
      var high = rows.count
      while low < high {
        let middle = (low + high) / 2
        if rows[middle].hash < hash { low = middle + 1 } else { high = middle }
      }
      while low < rows.count, rows[low].hash == hash {
        if rows[low].id.isEqual(to: id) { return rows[low].value }
        low += 1
      }
      return nil
    }

    /// FNV-1a.
    private static func hash(_ id: JSONString) -> UInt64 {
      id.withBytes { bytes in
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in 0..<bytes.count {
          hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3
        }
        return hash
      }
    }
  }

  private let users: Table
  private let tweets: Table
  private let media: Table
  private let polls: Table

  /// Reads the `includes` of a page; everything is absent when there are none.
  init(_ includes: JSONValue?) {
    users = Table(includes?["users"], key: "id")
    tweets = Table(includes?["tweets"], key: "id")
    media = Table(includes?["media"], key: "media_key")
    polls = Table(includes?["polls"], key: "id")
  }

  /// The account of that id.
  func user(_ id: JSONString?) -> JSONValue? { users.value(id) }
  /// The post of that id.
  func tweet(_ id: JSONString?) -> JSONValue? { tweets.value(id) }
  /// The image or video of that key.
  func medium(_ key: JSONString?) -> JSONValue? { media.value(key) }
  /// The poll of that id.
  func poll(_ id: JSONString?) -> JSONValue? { polls.value(id) }
}
