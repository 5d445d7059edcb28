/// Finds where a post's HTML leads.
enum HTMLLinks {
  private static let anchor = HTMLTag.name("a")

  /// Calls `body` with each link's address, entities and all; mentions and hashtags are no links.
  static func forEach(in html: Span<UInt8>, _ body: (Span<UInt8>) -> Void) {
    var index = 0
    while index + 1 < html.count {
      guard html[index] == UInt8(ascii: "<"), html[index + 1] | 0x20 == UInt8(ascii: "a") else {
        index += 1
        continue
      }
      guard let tag = HTMLTag(html, index) else { return }
      index = tag.end
      guard tag.name == anchor, !isMention(tag, html),
        let address = tag.value(of: "href", in: html), !address.isEmpty
      else { continue }
      body(html.extracting(address))
    }
  }

  private static func isMention(_ tag: HTMLTag, _ html: Span<UInt8>) -> Bool {
    for (attribute, words) in [("class", ["mention", "hashtag"]), ("rel", ["tag"])]
      as [(StaticString, [StaticString])]
    {
      guard let value = tag.value(of: attribute, in: html) else { continue }
      if words.contains(where: { holds($0, html, value) }) { return true }
    }
    return false
  }

  /// Whether a value separated by blanks holds the word.
  private static func holds(
    _ word: StaticString, _ html: Span<UInt8>, _ value: Range<Int>
  ) -> Bool {
    var start = value.lowerBound
    for index in value.lowerBound...value.upperBound
    where index == value.upperBound || HTMLTag.isSpace(html[index]) {
      if index - start == word.utf8CodeUnitCount, html.holds(word, at: start) { return true }
      start = index + 1
    }
    return false
  }
}
