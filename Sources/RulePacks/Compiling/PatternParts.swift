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
