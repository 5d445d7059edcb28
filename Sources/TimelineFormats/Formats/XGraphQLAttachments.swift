import ExportReading
import TimelineModel

/// What hangs on a post of X's GraphQL interface: media, links, previews and X's warnings.
enum XGraphQLAttachments {
  /// Writes them to the content begun last; `wrapper` is where X puts warnings about the post.
  static func write(
    of tweet: JSONValue, in wrapper: JSONValue, _ writer: inout EntryWriter
  ) {
    let legacy = tweet["legacy"]
    let note = tweet["note_tweet"]?["note_tweet_results"]?["result"]
    XParts.writeLinks(note?["entity_set"] ?? legacy?["entities"], &writer)
    let media = legacy?["extended_entities"] ?? legacy?["entities"]
    XParts.writeMedia(media?["media"], &writer)
    writeCard(tweet["card"]?["legacy"] ?? tweet["card"], &writer)
    let article = tweet["article"]?["article_results"]?["result"]
    writer.text(article?["title"]?.string, .card, as: .plain)
    writer.text(article?["preview_text"]?.string, .card, as: .plain)
    if legacy?["possibly_sensitive"]?.isTrue == true { writer.label("x:possibly-sensitive") }
    writeWarnings(tweet, &writer)
    if wrapper["tweet"] != nil { writeWarnings(wrapper, &writer) }
  }

  /// The words of a link preview, a poll, a broadcast or an event.
  private static func writeCard(_ card: JSONValue?, _ writer: inout EntryWriter) {
    guard let card else { return }
    for binding in card.elements(of: "binding_values") {
      guard let key = binding["key"]?.string, let value = binding["value"]?["string_value"]?.string
      else { continue }
      if key == "unified_card" {
        XUnifiedCard.write(value, &writer)
      } else if isShown(key) {
        writer.text(value, .card, as: .plain)
      } else if key == "card_url", value.hasPrefix("http") {
        writer.text(value, .link, as: .plain)
      } else if key == "photo_image_full_size_alt_text" {
        writer.text(value, .altText, as: .plain)
      }
    }
  }

  private static let shownKeys: [StaticString] = [
    "title", "description", "broadcast_title", "event_title", "event_subtitle",
    "choice1_label", "choice2_label", "choice3_label", "choice4_label",
  ]

  private static func isShown(_ key: JSONString) -> Bool {
    shownKeys.contains { key == $0 }
  }

  private static func writeWarnings(_ part: JSONValue, _ writer: inout EntryWriter) {
    if part["tweetInterstitial"] != nil {
      writer.label("x:interstitial")
      writer.content.isCovered = true
    }
    if part["mediaVisibilityResults"] != nil { writer.label("x:other-sensitive") }
    if part["softInterventionPivot"] != nil { writer.label("x:visibility-limited") }
  }
}
