/// One tag of HTML, read as browsers read it: a quote opens a value only behind `=`.
struct HTMLTag {
  /// The first eight bytes of the name in lower case, the first of them lowest.
  let name: UInt64
  /// Whether the tag closes an element.
  let isClosing: Bool
  /// Where the attributes stand.
  let attributes: Range<Int>

  /// The index behind the `>`.
  var end: Int { attributes.upperBound + 1 }

  /// Reads the tag whose `<` stands at `start`; nil when none begins there or it never ends.
  init?(_ html: Span<UInt8>, _ start: Int) {
    var index = start + 1
    isClosing = index < html.count && html[index] == UInt8(ascii: "/")
    if isClosing { index += 1 }
    guard index < html.count, Self.isLetter(html[index]) else { return nil }
    var name: UInt64 = 0
    var shift: UInt64 = 0
    while index < html.count, !Self.endsName(html[index]) {
      if shift < 64 { name |= UInt64(Self.lowercased(html[index])) << shift }
      shift += 8
      index += 1
    }
    self.name = name
    let first = index
    var quote: UInt8 = 0
    var isValueNext = false
    while index < html.count {
      let byte = html[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        attributes = first..<index
        return
      } else if isValueNext, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
        isValueNext = false
      } else if byte == UInt8(ascii: "=") {
        isValueNext = true
      } else if !Self.isSpace(byte) {
        isValueNext = false
      }
      index += 1
    }
    return nil
  }

  /// A tag's name as `name` holds it.
  static func name(_ text: String) -> UInt64 {
    text.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Where the value of an attribute stands, without its quotes; nil when there is none.
  func value(of attribute: StaticString, in html: Span<UInt8>) -> Range<Int>? {
    var index = attributes.lowerBound
    let end = attributes.upperBound
    while index < end {
      guard !Self.separatesAttributes(html[index]) else {
        index += 1
        continue
      }
      let name = index
      while index < end, html[index] != UInt8(ascii: "="), !Self.separatesAttributes(html[index]) {
        index += 1
      }
      let nameEnd = index
      while index < end, Self.isSpace(html[index]) { index += 1 }
      guard index < end, html[index] == UInt8(ascii: "=") else { continue }
      index += 1
      while index < end, Self.isSpace(html[index]) { index += 1 }
      let value = Self.value(html, index, end)
      if nameEnd - name == attribute.utf8CodeUnitCount, html.holds(attribute, at: name) {
        return value.inner
      }
      index = max(value.end, index)
    }
    return nil
  }

  private static func value(
    _ html: Span<UInt8>, _ start: Int, _ end: Int
  ) -> (inner: Range<Int>, end: Int) {
    var index = start
    if index < end, html[index] == UInt8(ascii: "\"") || html[index] == UInt8(ascii: "'") {
      let quote = html[index]
      index += 1
      while index < end, html[index] != quote { index += 1 }
      return (start + 1..<index, index + 1)
    }
    while index < end, !isSpace(html[index]) { index += 1 }
    return (start..<index, index)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  private static func separatesAttributes(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/")
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    separatesAttributes(byte) || byte == UInt8(ascii: ">")
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
