extension SyntaxParser {
  /// The most characters a class is spelt out with.
  static let largestClass = 16

  /// One member of a class: a character, or a kind of them.
  private enum Member {
    case character(Unicode.Scalar)
    case kind
  }

  /// Reads from `[` to its `]`; only small classes without negation say anything.
  mutating func characterClass() throws(UnknownSyntax) -> SyntaxNode {
    position += 1
    // PCRE2's words for `\b(?=\w)` and `\b(?<=\w)`.
    if skip("[:<:]]") || skip("[:>:]]") { return .nothing }
    var isKnown = try !skipClassHead()
    var characters: Set<Unicode.Scalar> = []
    var isQuoting = false
    var isFirst = true
    while true {
      if isQuoting ? skip("\\E") : skip("\\Q") {
        isQuoting.toggle()
        continue
      }
      if !isQuoting {
        if skip("\\E") || skipSpaceInClass() { continue }
        if !isFirst && skip("]") { break }
        // A hyphen between two members, but kept from them by `\E`: a range or not, by the release.
        if !isFirst && peek() == "-" && peek(1) != "]" { isKnown = false }
      }
      isFirst = false
      guard case .character(let first) = try member(isQuoted: isQuoting) else {
        isKnown = false
        continue
      }
      guard !isQuoting, try skipRangeHyphen() else {
        characters.insert(first)
        continue
      }
      guard case .character(let last) = try member(isQuoted: false), first <= last,
        last.value - first.value < Self.largestClass
      else {
        isKnown = false
        continue
      }
      characters.formUnion((first.value...last.value).compactMap(Unicode.Scalar.init))
    }
    return isKnown ? oneOf(characters) : .gap
  }

  /// Skips what may stand before the first member; true where it negates the class.
  private mutating func skipClassHead() throws(UnknownSyntax) -> Bool {
    var isNegated = false
    while true {
      if skip("\\E") || skip("\\Q\\E") || skipSpaceInClass() { continue }
      guard !isNegated, skip("^") else { return isNegated }
      isNegated = true
    }
  }

  private mutating func skipSpaceInClass() -> Bool {
    modes.isExtendedInClasses && (skip(" ") || skip("\t"))
  }

  private func oneOf(_ characters: Set<Unicode.Scalar>) -> SyntaxNode {
    guard !characters.contains("\0"), characters.count <= 2 * Self.largestClass else { return .gap }
    let runs = Set(characters.flatMap { self.runs(of: $0) })
    guard runs.count <= Self.largestClass else { return .gap }
    let sorted = runs.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
    return sorted.count == 1 ? .text(sorted[0]) : .oneOf(sorted)
  }

  private mutating func member(isQuoted: Bool) throws(UnknownSyntax) -> Member {
    let scalar = try next()
    if isQuoted { return .character(scalar) }
    if scalar == "[", peek() == ":", skipPOSIXKind() { return .kind }
    guard scalar == "\\" else { return .character(scalar) }
    if let character = try escapedCharacter() { return .character(character) }
    switch try next() {
    case "b":
      return .character("\u{8}")
    case "d", "D", "h", "H", "s", "S", "v", "V", "w", "W":
      return .kind
    case "p", "P":
      try skipProperty()
      return .kind
    case "1"..."9":
      _ = digits()
      return .kind
    default:
      throw UnknownSyntax()
    }
  }

  /// Skips the hyphen of a range, if there is one: before the last bracket it is a character.
  private mutating func skipRangeHyphen() throws(UnknownSyntax) -> Bool {
    guard peek() == "-", peek(1) != "]" else { return false }
    // What follows may be no member, so that the hyphen is one after all.
    let following = peek(1)
    if following == "\\" && (peek(2) == "Q" || peek(2) == "E") { throw UnknownSyntax() }
    if modes.isExtendedInClasses && (following == " " || following == "\t") {
      throw UnknownSyntax()
    }
    position += 1
    return true
  }

  /// Skips the rest of `[:alpha:]`, if that is what the bracket before the colon begins.
  private mutating func skipPOSIXKind() -> Bool {
    let start = position
    position += 1
    _ = skip("^")
    while let scalar = peek(), scalar.isASCIILetter { position += 1 }
    if skip(":]") { return true }
    position = start
    return false
  }
}
