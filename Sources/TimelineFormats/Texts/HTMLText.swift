/// Turns a post's HTML into the text that a reader sees.
enum HTMLText {
  /// Appends the text: block ends and `<br>` become line breaks, so that words do not glue; other
  /// tags vanish; entities are resolved once; the contents of `script` and `style` are dropped.
  ///
  /// Costs one pass. Markup that never ends, and all that follows it, is text: nothing is hidden by
  /// a quote that somebody left open.
  static func append(_ html: Span<UInt8>, to arena: inout [UInt8]) {
    var reader = HTMLReader(first: arena.count)
    var index = 0
    while index < html.count {
      switch html[index] {
      case UInt8(ascii: "<"):
        index = reader.readMarkup(html, index, to: &arena)
      case UInt8(ascii: "&"):
        index = HTMLEntities.append(html, index, to: &arena)
      default:
        index = HTMLReader.appendRun(html, index, to: &arena)
      }
    }
    while arena.count > reader.first, arena[arena.count - 1] == UInt8(ascii: "\n") {
      arena.removeLast()
    }
  }
}

/// What a pass over HTML has to remember.
private struct HTMLReader {
  /// Where the text begins in the arena.
  let first: Int
  /// Whether markup that begins here may still end; once one does not, no other is looked for.
  private var endsMarkup = true
  /// The same for the contents of `script` and `style`.
  private var endsHidden = true

  init(first: Int) {
    self.first = first
  }

  private static let breaking: Set<UInt64> = Set(
    [
      "br", "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "h1", "h2", "h3",
      "h4", "h5", "h6", "table", "tr", "td", "th", "hr", "section", "article", "figure", "details",
      "summary",
    ].map(HTMLTag.name))
  private static let script = HTMLTag.name("script")
  private static let style = HTMLTag.name("style")

  /// Reads the tag or comment at `start` and returns the index behind it; a `<` that opens neither
  /// is text.
  mutating func readMarkup(_ html: Span<UInt8>, _ start: Int, to arena: inout [UInt8]) -> Int {
    guard endsMarkup, Self.opensMarkup(html, start) else {
      return Self.appendRun(html, start, to: &arena)
    }
    let next = html[start + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      if let end = Self.commentEnd(html, start) { return end }
    } else if let tag = HTMLTag(html, start) {
      if Self.breaking.contains(tag.name), arena.count > first, arena[arena.count - 1] != 0x0A {
        arena.append(0x0A)
      }
      let isHidden = !tag.isClosing && (tag.name == Self.script || tag.name == Self.style)
      return isHidden ? hiddenEnd(html, tag) : tag.end
    }
    endsMarkup = false
    return Self.appendRun(html, start, to: &arena)
  }

  /// Appends the byte at `start` and those that follow up to the next tag or reference.
  static func appendRun(_ html: Span<UInt8>, _ start: Int, to arena: inout [UInt8]) -> Int {
    var index = start + 1
    while index < html.count, html[index] != UInt8(ascii: "<"), html[index] != UInt8(ascii: "&") {
      index += 1
    }
    // SAFETY: the buffer is only read during the call.
    unsafe html.extracting(start..<index).withUnsafeBufferPointer {
      unsafe arena.append(contentsOf: $0)
    }
    return index
  }

  private static func opensMarkup(_ html: Span<UInt8>, _ start: Int) -> Bool {
    guard start + 1 < html.count else { return false }
    switch html[start + 1] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      return true
    case UInt8(ascii: "/"):
      return start + 2 < html.count && HTMLTag.isLetter(html[start + 2])
    default:
      return HTMLTag.isLetter(html[start + 1])
    }
  }

  /// `<!--` ends at `-->`, other declarations at `>`.
  private static func commentEnd(_ html: Span<UInt8>, _ start: Int) -> Int? {
    let dash = UInt8(ascii: "-")
    let isComment =
      start + 3 < html.count && html[start + 1] == UInt8(ascii: "!") && html[start + 2] == dash
      && html[start + 3] == dash
    var index = start + (isComment ? 4 : 2)
    while index < html.count {
      if html[index] == UInt8(ascii: ">"),
        !isComment || html[index - 1] == dash && html[index - 2] == dash
      {
        return index + 1
      }
      index += 1
    }
    return nil
  }

  /// The index behind the tag that closes a hidden element, or behind its start when none does.
  private mutating func hiddenEnd(_ html: Span<UInt8>, _ tag: HTMLTag) -> Int {
    guard endsHidden else { return tag.end }
    var index = tag.end
    while index + 2 < html.count {
      guard html[index] == UInt8(ascii: "<"), html[index + 1] == UInt8(ascii: "/"),
        HTMLTag.isLetter(html[index + 2])
      else {
        index += 1
        continue
      }
      guard let closing = HTMLTag(html, index) else { break }
      if closing.name == tag.name { return closing.end }
      index += 1
    }
    endsHidden = false
    return tag.end
  }
}
