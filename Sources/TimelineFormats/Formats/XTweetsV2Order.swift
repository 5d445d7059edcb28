import ExportReading
import TimelineModel

/// What the order of a page or post of API v2 means.
enum XTweetsV2Order {
  /// Reads it off the request that twarc notes, else off what the page carries.
  static func order(of record: JSONValue) -> OrderClass {
    if let address = record["__twarc"]?["url"]?.string { return order(at: address) }
    // 4CAT collects by search and puts the author into a member of that name.
    if record["author_user"] != nil { return .stream }
    guard let data = record["data"] else { return .chronological }
    guard data.isArray, let meta = record["meta"], meta["result_count"] != nil else {
      return .stream
    }
    let token = meta["next_token"]?.string ?? meta["previous_token"]?.string
    if let token, token.hasPrefix(searchToken) { return .stream }
    let isTimeline = token.map { $0.hasPrefix(timelineToken) } ?? false
    return isTimeline || meta["newest_id"] != nil ? .chronological : .stream
  }

  /// Searches and timelines answer alike but for how their tokens begin, which has not changed
  /// since 2021.
  private static let searchToken: StaticString = "b26v89c19zqg8o3f"
  private static let timelineToken: StaticString = "7140dibdnow9c7btw"

  private static func order(at address: JSONString) -> OrderClass {
    if address.contains("/search/") {
      // A search for one conversation is how the API is asked for a thread.
      return address.contains("query=conversation_id%3A") ? .thread : .stream
    }
    if address.contains("/reverse_chronological") || address.contains("/lists/") {
      return .chronological
    }
    return address.contains("/users/") && address.contains("/tweets?") ? .own : .stream
  }
}
