package import ExportReading
package import TimelineModel

/// What X's web and API v1.1 formats write alike.
package enum XParts {
  /// Writes the addresses that a post links to.
  package static func writeLinks(_ entities: JSONValue?, _ writer: inout EntryWriter) {
    guard let urls = entities?["urls"] else { return }
    for url in urls.elements {
      writer.text(url["expanded_url"]?.string ?? url["url"]?.string, .link, as: .plain)
    }
  }

  /// Counts images and videos and writes their descriptions and X's warnings about them.
  package static func writeMedia(_ media: JSONValue?, _ writer: inout EntryWriter) {
    guard let media else { return }
    for item in media.elements {
      writer.content.media += 1
      if let alt = item["ext_alt_text"]?.string, !alt.isEmpty {
        writer.content.describedMedia += 1
        writer.text(alt, .altText, as: .plain)
      }
      guard let warning = item["sensitive_media_warning"] else { continue }
      if warning["adult_content"]?.isTrue == true { writer.label("x:adult-content") }
      if warning["graphic_violence"]?.isTrue == true { writer.label("x:graphic-violence") }
      if warning["other"]?.isTrue == true { writer.label("x:other-sensitive") }
    }
  }

  /// Decimal digits as a number, or nil; 64-bit ids fit.
  package static func number(_ bytes: [UInt8], _ range: ByteRange) -> UInt64? {
    guard !range.isEmpty, range.count <= 20 else { return nil }
    var value: UInt64 = 0
    for byte in bytes[range.indices] {
      let digit = byte &- 0x30
      guard digit < 10 else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
      guard !overflow, !carry else { return nil }
      value = sum
    }
    return value
  }
}
