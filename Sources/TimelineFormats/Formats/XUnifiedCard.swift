import ExportReading
import TimelineModel

/// The card of most advertisements on X: JSON within a string.
enum XUnifiedCard {
  /// Writes its headlines, addresses and media to the content begun last; a card that is no JSON
  /// shows nothing in the client either.
  static func write(_ card: JSONString, _ writer: inout EntryWriter) {
    var bytes: [UInt8] = []
    card.append(to: &bytes)
    let end = bytes.count
    bytes.append(contentsOf: repeatElement(0x20, count: JSONParser.padding))
    var parser = JSONParser(capacity: end)
    try? parser.withValue(in: bytes, 0..<end) { card throws(JSONError) in write(card, &writer) }
  }

  private static func write(_ card: JSONValue, _ writer: inout EntryWriter) {
    for component in members(of: card["component_objects"]) {
      writer.text(component["data"]?["title"]?["content"]?.string, .card, as: .plain)
      writer.text(component["data"]?["description"]?["content"]?.string, .card, as: .plain)
    }
    for destination in members(of: card["destination_objects"]) {
      writer.text(destination["data"]?["url_data"]?["url"]?.string, .link, as: .plain)
    }
    for item in members(of: card["media_entities"]) {
      XParts.writeMedium(item, &writer)
    }
  }

  private static func members(of object: JSONValue?) -> [JSONValue] {
    object?.members.map(\.value) ?? []
  }
}
