package import ExportReading

/// Every export format, most specific first: the first that is certain of a record gets it.
///
/// The canonical format asks for least and comes last.
package enum FormatRegistry {
  /// One line a format.
  package static let all: [any TimelineFormat.Type] = [
    BrowserCapture.self,
    ZeeschuimerX.self,
    XGraphQL.self,
    XTweetsV2.self,
    XTweetsV1.self,
    MastodonStatuses.self,
    BlueskyFeeds.self,
    CanonicalPosts.self,
  ]

  /// The format of that id, or nil.
  package static func format(id: String) -> (any TimelineFormat.Type)? {
    all.first { $0.id == id }
  }

  /// Why a record that no format recognises is not read, where its export is known.
  package static func refusal(for record: JSONValue) -> String? {
    candidates(for: record).isEmpty ? KnownUnread.reason(for: record) : nil
  }

  /// The formats that recognise a record, the surest first, equals in registry order.
  package static func candidates(
    for record: JSONValue
  ) -> [(format: any TimelineFormat.Type, recognition: Recognition)] {
    var found: [(format: any TimelineFormat.Type, recognition: Recognition)] = []
    for certainty in [Recognition.certain, .possible] {
      for format in all where format.recognise(record) == certainty {
        found.append((format, certainty))
      }
    }
    return found
  }
}
