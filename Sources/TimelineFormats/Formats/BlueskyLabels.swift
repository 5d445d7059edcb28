import ExportReading
import TimelineModel

/// Writes what labellers, authors and the platform say about a post or its author.
enum BlueskyLabels {
  static func write(_ labels: JSONValue?, _ writer: inout EntryWriter) {
    guard let labels else { return }
    for label in labels.elements {
      guard let value = label["val"]?.string, !value.isEmpty, label["neg"]?.isTrue != true,
        !isRetracted(label, in: labels)
      else { continue }
      writer.label("bluesky:", value)
      if value == "!warn" || value == "!hide" { writer.content.isCovered = true }
    }
  }

  /// A label with `neg` takes back the same labeller's label of that value.
  private static func isRetracted(_ label: JSONValue, in labels: JSONValue) -> Bool {
    labels.elements.contains { other in
      other["neg"]?.isTrue == true && isSame(label["val"], other["val"])
        && isSame(label["src"], other["src"])
    }
  }

  private static func isSame(_ value: JSONValue?, _ other: JSONValue?) -> Bool {
    guard let value = value?.string, let other = other?.string else {
      return value == nil && other == nil
    }
    return value == other
  }
}
