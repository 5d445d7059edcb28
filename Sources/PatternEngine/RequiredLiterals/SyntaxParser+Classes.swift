extension SyntaxParser {
  /// The most characters a class is spelt out with.
  static let largestClass = 16

  /// What is known of the members of a class.
  private struct Members {
    /// All of them, as long as only single characters have been seen.
    var characters: Set<Unicode.Scalar>? = []
    /// The ASCII characters among them, and maybe others.
    var ascii = ASCIISet.none
    /// Whether `ascii` has no others, so that the characters outside of it are known as well.
    var isExact = true
  }

  /// One member of a class: a character, or a kind of them.
  private enum Member {
    case character(Unicode.Scalar)
    case kind(ASCIISet)
    case unknown
  }

  /// Reads from `[` to its `]`: a choice of some characters, or one character of some kind.
  mutating func characterClass() throws(UnknownSyntax) -> SyntaxNode {
    position += 1
    // PCRE2's words for `\b(?=\w)` and `\b(?<=\w)`.
    if skip("[:<:]]") || skip("[:>:]]") { return .text(.boundary) }
    let isNegated = try skipClassHead()
    let members = try members()
    if isNegated {
      let outside = members.isExact ? members.ascii.inverted : .all
      return .text(Run(code: outside.code))
    }
    return members.characters.flatMap(oneOf) ?? .text(Run(code: members.ascii.code))
  }

  /// Reads the members and the closing bracket.
  private mutating func members() throws(UnknownSyntax) -> Members {
    var members = Members()
    var isQuoting = false
    var isFirst = true
    while true {
      if isQuoting ? skip("\\E") : skip("\\Q") {
        isQuoting.toggle()
        continue
      }
      if !isQuoting {
        if skip("\\E") || skipSpaceInClass() { continue }
        if !isFirst && skip("]") { return members }
        // A hyphen between two members, but kept from them by `\E`: a range or not, by the release.
        if !isFirst && peek() == "-" && peek(1) != "]" { add(.unknown, to: &members) }
      }
      isFirst = false
      let first = try member(isQuoted: isQuoting)
      guard case .character(let lowest) = first, !isQuoting, try skipRangeHyphen() else {
        add(first, to: &members)
        continue
      }
      if case .character(let highest) = try member(isQuoted: false), lowest <= highest {
        add(lowest...highest, to: &members)
      } else {
        add(.unknown, to: &members)
      }
    }
  }

  private func add(_ member: Member, to members: inout Members) {
    switch member {
    case .character(let scalar):
      members.characters?.insert(scalar)
      for run in runs(of: scalar) where run.bytes.count == 1 {
        members.ascii.insert(run.bytes[0])
        if run.isCaseless { members.ascii.insert(run.bytes[0] & ~0x20) }
      }
      if scalar.value == 0 { members.ascii.insert(0) }
    case .kind(let set):
      members.characters = nil
      members.ascii.formUnion(set)
    case .unknown:
      members.characters = nil
      members.ascii = .all
      members.isExact = false
    }
  }

  private func add(_ range: ClosedRange<Unicode.Scalar>, to members: inout Members) {
    let ends = (range.lowerBound.value, range.upperBound.value)
    if ends.1 - ends.0 < Self.largestClass || ends.1 < 0x80 {
      for value in ends.0...ends.1 {
        if let scalar = Unicode.Scalar(value) { add(.character(scalar), to: &members) }
      }
    } else {
      // Beyond ASCII there are other cases of ASCII letters.
      add(.unknown, to: &members)
    }
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

  /// The choice among some characters; `nil` where they are too many, or no literal can hold one.
  private func oneOf(_ characters: Set<Unicode.Scalar>) -> SyntaxNode? {
    guard !characters.contains("\0"), characters.count <= 2 * Self.largestClass else { return nil }
    let runs = Set(characters.flatMap { self.runs(of: $0) })
    guard runs.count <= Self.largestClass else { return nil }
    let sorted = runs.sorted(by: Run.areInOrder)
    return sorted.count == 1 ? .text(sorted[0]) : .oneOf(sorted)
  }

  private mutating func member(isQuoted: Bool) throws(UnknownSyntax) -> Member {
    let scalar = try next()
    if isQuoted { return .character(scalar) }
    if scalar == "[", peek() == ":", let kind = skipPOSIXKind() { return kind }
    guard scalar == "\\" else { return .character(scalar) }
    if let character = try escapedCharacter() { return .character(character) }
    let letter = try next()
    if let kind = ASCIISet.ofEscape(letter) { return .kind(kind) }
    switch letter {
    case "b":
      return .character("\u{8}")
    case "p", "P":
      try skipProperty()
      return .unknown
    case "1"..."9":
      _ = digits()
      return .unknown
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
  private mutating func skipPOSIXKind() -> Member? {
    let start = position
    position += 1
    let isNegated = skip("^")
    var name = ""
    while let scalar = peek(), scalar.isASCIILetter { name.unicodeScalars.append(take()) }
    guard skip(":]") else {
      position = start
      return nil
    }
    switch name {
    case "digit": return .kind(isNegated ? ASCIISet.digit.inverted : .digit)
    case "space": return .kind(isNegated ? ASCIISet.space.inverted : .space)
    case "word": return .kind(isNegated ? ASCIISet.nonWord : .word)
    default: return .unknown
    }
  }
}
