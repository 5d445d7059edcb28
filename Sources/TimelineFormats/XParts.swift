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
    for item in media.elements { writeMedium(item, &writer) }
  }

  /// Counts one image or video and writes its description and X's warnings about it.
  package static func writeMedium(_ item: JSONValue, _ writer: inout EntryWriter) {
    guard writer.content.media < .max else { return }
    writer.content.media += 1
    if let alt = item["ext_alt_text"]?.string, !alt.isEmpty {
      writer.content.describedMedia += 1
      writer.text(alt, .altText, as: .plain)
    }
    guard let warning = item["sensitive_media_warning"] else { return }
    if warning["adult_content"]?.isTrue == true { writer.label("x:adult-content") }
    if warning["graphic_violence"]?.isTrue == true { writer.label("x:graphic-violence") }
    if warning["other"]?.isTrue == true { writer.label("x:other-sensitive") }
  }

  /// A string of digits, or a number, of up to 64 bits without a sign; nil when it is neither.
  package static func unsigned(_ value: JSONValue?) -> UInt64? {
    guard let digits = value?.string else {
      return value?.integer.flatMap { UInt64(exactly: $0) }
    }
    var result: UInt64?
    digits.withBytes { bytes in
      guard bytes.count > 0, bytes.count <= 20 else { return }
      var number: UInt64 = 0
      for index in 0..<bytes.count {
        guard let next = appending(bytes[index], to: number) else { return }
        number = next
      }
      result = number
    }
    return result
  }

  /// Decimal digits as a number, or nil; 64-bit ids fit.
  package static func number(_ bytes: [UInt8], _ range: ByteRange) -> UInt64? {
    guard !range.isEmpty, range.count <= 20 else { return nil }
    var value: UInt64 = 0
    for byte in bytes[range.indices] {
      guard let next = appending(byte, to: value) else { return nil }
      value = next
    }
    return value
  }

  /// The number with one more decimal digit, or nil.
  private static func appending(_ byte: UInt8, to value: UInt64) -> UInt64? {
    let digit = byte &- 0x30
    guard digit < 10 else { return nil }
    let (product, overflow) = value.multipliedReportingOverflow(by: 10)
    let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
    return overflow || carry ? nil : sum
  }
}
