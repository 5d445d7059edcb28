/// Turns a post's HTML into the text that a reader sees.
enum HTMLText {
  /// Appends the text: block ends and `<br>` become line breaks, so that words do not glue; other
  /// tags vanish; entities are resolved once; the contents of `script` and `style` are dropped.
  static func append(_ html: Span<UInt8>, to arena: inout [UInt8]) {
    let start = arena.count
    var index = 0
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"):
        index = appendTag(html, index, to: &arena, from: start)
      case UInt8(ascii: "&"):
        index = HTMLEntities.append(html, index, to: &arena)
      default:
        arena.append(html[index])
        index += 1
      }
    }
    while arena.count > start, arena[arena.count - 1] == UInt8(ascii: "\n") {
      arena.removeLast()
    }
  }

  private static let breaking: Set<String> = [
    "br", "p", "div", "li", "ul", "ol", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6",
    "tr", "hr",
  ]

  /// Reads the tag at `start` and returns the index behind it.
  ///
  /// A `<` that opens no tag is text.
  private static func appendTag(
    _ html: Span<UInt8>, _ start: Int, to arena: inout [UInt8], from first: Int
  ) -> Int {
    var index = start + 1
    if index < html.count, html[index] == UInt8(ascii: "!") {
      return comment(html, start)
    }
    let isClosing = index < html.count && html[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    var name = ""
    while index < html.count, isNameByte(html[index]), name.utf8.count < 16 {
      name.unicodeScalars.append(Unicode.Scalar(html[index] | 0x20))
      index += 1
    }
    guard !name.isEmpty, let end = tagEnd(html, index) else {
      arena.append(UInt8(ascii: "<"))
      return start + 1
    }
    if breaking.contains(name), arena.count > first, arena[arena.count - 1] != 0x0A {
      arena.append(0x0A)
    }
    if !isClosing, name == "script" || name == "style" {
      return elementEnd(html, end, name)
    }
    return end
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= 0x61 && lower <= 0x7A || byte >= 0x31 && byte <= 0x36
  }

  /// The index behind the `>` that ends a tag; quotes may hold a `>`.
  private static func tagEnd(_ html: Span<UInt8>, _ start: Int) -> Int? {
    var index = start
    var quote: UInt8 = 0
    while index < html.count {
      let byte = html[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
      index += 1
    }
    return nil
  }

  private static func comment(_ html: Span<UInt8>, _ start: Int) -> Int {
    var index = start + 2
    while index < html.count {
      if html[index] == UInt8(ascii: ">") { return index + 1 }
      index += 1
    }
    return html.count
  }

  private static func elementEnd(_ html: Span<UInt8>, _ start: Int, _ name: String) -> Int {
    let closing = Array("</\(name)".utf8)
    var index = start
    while index + closing.count <= html.count {
      var matches = true
      for offset in 0..<closing.count {
        let byte = html[index + offset]
        let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
        if lower != closing[offset] {
          matches = false
          break
        }
      }
      if matches { return tagEnd(html, index + closing.count) ?? html.count }
      index += 1
    }
    return html.count
  }
}
