import ExportReading

/// A line of Mastodon's streaming API: an event whose payload is JSON within a string.
struct MastodonEvent {
  private let payload: JSONString
  /// Whether the payload is a status, new or edited.
  let holdsStatus: Bool

  private static let notices: [StaticString] = [
    "delete", "notification", "notifications_merged", "conversation", "filters_changed",
    "announcement", "announcement.reaction", "announcement.delete", "encrypted_message",
  ]

  /// Nil when the record is no such line.
  init?(_ record: JSONValue) {
    guard let event = record["event"]?.string else { return nil }
    holdsStatus = event == "update" || event == "status.update"
    if let payload = record["payload"]?.string {
      self.payload = payload
    } else {
      // `filters_changed` says no more than its name.
      payload = event
      if holdsStatus { return nil }
    }
    guard holdsStatus || Self.notices.contains(where: { event == $0 }) else { return nil }
  }

  /// Lends the payload.
  func withPayload(_ body: (JSONValue) throws(JSONError) -> Void) throws(JSONError) {
    try payload.withParsed(body)
  }
}
