/// Tells words that are addresses, whose digits and dots spell nothing: URLs, e-mail, mentions.
enum Addresses {
  static func contain(_ word: Range<Int>, of text: Span<UInt8>) -> Bool {
    var hasInnerDot = false
    var index = word.lowerBound
    while index < word.upperBound {
      let byte = text[index]
      let next: UInt8 = index + 1 < word.upperBound ? text[index + 1] : 0
      let previous: UInt8 = index > word.lowerBound ? text[index - 1] : 0
      switch byte {
      case UInt8(ascii: ":"):
        if next == UInt8(ascii: "/"), index + 2 < word.upperBound,
          text[index + 2] == UInt8(ascii: "/")
        {
          return true
        }
      case UInt8(ascii: "."):
        if isAlphanumeric(previous), isAlphanumeric(next) {
          if isWebHost(before: index, of: word, in: text) { return true }
          hasInnerDot = true
        }
      case UInt8(ascii: "/"):
        // A host and a path: t.co/abc.
        if hasInnerDot, isAlphanumeric(previous) { return true }
      case UInt8(ascii: "@"):
        if !isAlphanumeric(previous), isAlphanumeric(next) || next == UInt8(ascii: "_") {
          return true
        }
        if isAlphanumeric(previous), hasHost(from: index + 1, of: word, in: text) { return true }
      default: break
      }
      index += 1
    }
    return false
  }

  /// Whether a dot with two letters behind it follows, as in the host of an e-mail address.
  private static func hasHost(
    from start: Int, of word: Range<Int>, in text: Span<UInt8>
  ) -> Bool {
    var index = start
    while index + 2 < word.upperBound {
      let ends = isLetter(text[index + 1]) && isLetter(text[index + 2])
      if text[index] == UInt8(ascii: "."), index > start, ends { return true }
      index += 1
    }
    return false
  }

  /// Whether the dot at `index` ends the host name part `www`.
  private static func isWebHost(
    before index: Int, of word: Range<Int>, in text: Span<UInt8>
  ) -> Bool {
    guard index >= word.lowerBound + 3 else { return false }
    for offset in 1...3 where text[index - offset] | 0x20 != UInt8(ascii: "w") { return false }
    return true
  }
}
