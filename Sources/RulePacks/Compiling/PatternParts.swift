/// Cuts a pattern into text and references to words; in a fragment, spaces are parts as well.
struct PatternParts: Sequence, IteratorProtocol {
  /// One part, at a byte of the pattern.
  enum Part {
    /// Text for PCRE2.
    case run(ArraySlice<UInt8>, offset: Int)
    /// A space, which means any run of white space.
    case space(offset: Int)
    /// `{{name}}`: `length` bytes.
    case word(String, offset: Int, length: Int)
    /// `{{` that begins no reference.
    case braces(offset: Int)
  }

  private let bytes: [UInt8]
  private let isFragment: Bool
  private var position = 0
  private var isInClass = false

  init(_ pattern: String, isFragment: Bool) {
    bytes = Array(pattern.utf8)
    self.isFragment = isFragment
  }

  mutating func next() -> Part? {
    guard position < bytes.count else { return nil }
    let start = position
    if let name = reference(at: start) {
      position = start + name.utf8.count + 4
      return .word(name, offset: start, length: position - start)
    }
    if isBraces(at: start) {
      position += 2
      return .braces(offset: start)
    }
    if isSpace(at: start) {
      while position < bytes.count, isSpace(at: position) { position += 1 }
      return .space(offset: start)
    }
    repeat {
      advance()
    } while position < bytes.count && !isBraces(at: position) && !isSpace(at: position)
    return .run(bytes[start..<position], offset: start)
  }

  /// Whether some setting in a pattern may turn `(?x)` on.
  static func mayBeExtended(_ pattern: String) -> Bool {
    var rest = Array(pattern.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "(")) {
      rest = rest[(open + 1)...]
      guard rest.first == UInt8(ascii: "?") else { continue }
      let letters = rest.dropFirst().prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A || $0 == 0x5E }
      if letters.contains(UInt8(ascii: "x")) { return true }
    }
    return false
  }

  private mutating func advance() {
    switch bytes[position] {
    case UInt8(ascii: "\\"): position += 1
    case UInt8(ascii: "["): isInClass = true
    case UInt8(ascii: "]"): isInClass = false
    default: break
    }
    position = Swift.min(position + 1, bytes.count)
  }

  private func isSpace(at offset: Int) -> Bool {
    isFragment && !isInClass && bytes[offset] == UInt8(ascii: " ")
  }

  private func isBraces(at offset: Int) -> Bool {
    let brace = UInt8(ascii: "{")
    return !isInClass && bytes[offset] == brace && offset + 1 < bytes.count
      && bytes[offset + 1] == brace
  }

  /// The name between `{{` and `}}`, if a well-formed reference stands here.
  private func reference(at offset: Int) -> String? {
    guard isBraces(at: offset),
      let end = bytes[(offset + 2)...].firstIndex(of: UInt8(ascii: "}")), end + 1 < bytes.count,
      bytes[end + 1] == UInt8(ascii: "}")
    else { return nil }
    let name = String(decoding: bytes[(offset + 2)..<end], as: UTF8.self)
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ PackNames.isName($0, allowing: "_") })
    else { return nil }
    return name
  }
}
