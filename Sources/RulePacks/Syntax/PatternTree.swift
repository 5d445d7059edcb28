/// A pattern cut into the parts its author wrote, for telling which of them decided.
///
/// Knows enough of PCRE2's syntax to find where parts begin and end; what a part means is PCRE2's to
/// say. `{{words}}` are parts, whether filled in or not.
package struct PatternTree: Sendable {
  /// Parts one after the other.
  package typealias Sequence = [Part]

  /// One part with its quantifier.
  package struct Part: Sendable {
    /// What a part is.
    package enum Kind: Sendable {
      /// Plain characters.
      case literal
      /// An escape that stands for one character of some kind, or `.`.
      case escape
      /// A class in brackets.
      case set
      /// `{{word}}`.
      case word
      /// A group that matches text: the bytes that open it, and its branches.
      case group(opener: Range<Int>, branches: [Sequence])
      /// Something that matches no text by itself: `^`, `$`, `\b`, a lookaround.
      case assertion
      /// `(?x)` and the like, verbs, comments.
      case setting
    }

    /// What it is.
    package var kind: Kind
    /// Its bytes, quantifier included.
    package var range: Range<Int>
    /// The bytes of the part without its quantifier.
    package var body: Range<Int>
    /// How often it may repeat; nil without a bound.
    package var times: (least: Int, most: Int?) = (1, 1)
  }

  /// The branches of the whole pattern.
  package private(set) var branches: [Sequence] = []
  private let bytes: [UInt8]
  private var position = 0
  private var isExtended = false

  /// Cuts a pattern that PCRE2 accepts; on others it makes the best of it.
  package init(_ pattern: String) {
    bytes = Array(pattern.utf8)
    repeat {
      branches += readBranches()
      // A stray parenthesis: PCRE2 would have refused it.
      if position < bytes.count { position += 1 }
    } while position < bytes.count
  }

  /// The text of some bytes of the pattern.
  package func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func readBranches() -> [Sequence] {
    var branches: [Sequence] = [[]]
    while let byte = peek, byte != UInt8(ascii: ")") {
      if byte == UInt8(ascii: "|") {
        position += 1
        branches.append([])
      } else if let part = readPart() {
        append(part, to: &branches[branches.count - 1])
      }
    }
    return branches
  }

  /// Letters in a row are one part, for a reader sees a word.
  private func append(_ part: Part, to branch: inout Sequence) {
    if let last = branch.last, isPlainLetter(part), isPlainLetter(last),
      last.range.upperBound == part.range.lowerBound
    {
      let joined = last.range.lowerBound..<part.range.upperBound
      branch[branch.count - 1] = Part(kind: .literal, range: joined, body: joined)
    } else {
      branch.append(part)
    }
  }

  private func isPlainLetter(_ part: Part) -> Bool {
    guard case .literal = part.kind, part.range == part.body else { return false }
    // One character, or some that were joined because all of them are letters.
    let first = bytes[part.range.lowerBound]
    if first < 0x80 { return Character(Unicode.Scalar(first)).isLetterOrNumber }
    return text(part.range).first?.isLetterOrNumber ?? false
  }

  private mutating func readPart() -> Part? {
    if isExtended, skipBlank() { return nil }
    let start = position
    let kind = readKind()
    let body = start..<position
    var part = Part(kind: kind, range: body, body: body)
    if let times = readQuantifier() { part.times = times }
    part.range = start..<position
    return part
  }

  private mutating func readKind() -> Part.Kind {
    switch bytes[position] {
    case UInt8(ascii: "\\"): return readEscape()
    case UInt8(ascii: "["):
      readSet()
      return .set
    case UInt8(ascii: "("): return readGroup()
    case UInt8(ascii: "^"), UInt8(ascii: "$"):
      position += 1
      return .assertion
    case UInt8(ascii: "."):
      position += 1
      return .escape
    case UInt8(ascii: "{") where follows("{{"):
      while position < bytes.count, !follows("}}") { position += 1 }
      position = min(position + 2, bytes.count)
      return .word
    default:
      stepOverCharacter()
      return .literal
    }
  }

  private mutating func readEscape() -> Part.Kind {
    position += 1
    guard let letter = peek else { return .literal }
    stepOverCharacter()
    if "pPxNogk".utf8.contains(letter) {
      for (open, close) in [("{", "}"), ("<", ">"), ("'", "'")] where follows(open) {
        position += 1
        while position < bytes.count, !follows(close) { position += 1 }
        position = min(position + 1, bytes.count)
        break
      }
    }
    if "bBAzZGK".utf8.contains(letter) { return .assertion }
    return "dDsSwWhHvVRXNpP".utf8.contains(letter) ? .escape : .literal
  }

  private mutating func readSet() {
    position += 1
    if follows("^") { position += 1 }
    if follows("]") { position += 1 }
    while position < bytes.count, !follows("]") {
      if follows("[:") {
        while position < bytes.count, !follows(":]") { position += 1 }
        position = min(position + 2, bytes.count)
      } else {
        position += follows("\\") ? 1 : 0
        stepOverCharacter()
      }
    }
    position = min(position + 1, bytes.count)
  }

  private mutating func readGroup() -> Part.Kind {
    let start = position
    position += 1
    if follows("?#") || follows("*") && !follows("*pla:") {
      while position < bytes.count, !follows(")") { position += 1 }
      position = min(position + 1, bytes.count)
      return .setting
    }
    let wasExtended = isExtended
    var looksAround = false
    if follows("?") {
      position += 1
      looksAround = follows("=") || follows("!") || follows("<=") || follows("<!")
      while let byte = peek, !"):=!>'(".utf8.contains(byte) { position += 1 }
      if let setting = readSetting(from: start) { return setting }
      if follows("(") { return readCondition() }
      position = min(position + 1, bytes.count)
    }
    let opener = start..<position
    let branches = readBranches()
    position = min(position + 1, bytes.count)
    isExtended = wasExtended
    return looksAround ? .assertion : .group(opener: opener, branches: branches)
  }

  /// `(?x)`: what it turns on holds until the group around it ends; `(?x:` for its own group.
  private mutating func readSetting(from start: Int) -> Part.Kind? {
    let letters = text(start + 2..<position)
    guard letters.allSatisfy({ $0.isLetter || $0 == "-" || $0 == "^" }) else { return nil }
    let parts = letters.split(separator: "-", omittingEmptySubsequences: false)
    if parts[0].contains("x") { isExtended = true }
    if parts.count > 1, parts[1].contains("x") { isExtended = false }
    guard follows(")") else { return nil }
    position += 1
    return .setting
  }

  /// `(?(…)…)`: taken as a whole.
  private mutating func readCondition() -> Part.Kind {
    _ = readGroup()
    _ = readBranches()
    position = min(position + 1, bytes.count)
    return .assertion
  }

  private mutating func readQuantifier() -> (least: Int, most: Int?)? {
    let start = position
    if isExtended { while skipBlank() {} }
    var times: (least: Int, most: Int?)?
    switch peek {
    case UInt8(ascii: "*"): times = (0, nil)
    case UInt8(ascii: "+"): times = (1, nil)
    case UInt8(ascii: "?"): times = (0, 1)
    case UInt8(ascii: "{") where !follows("{{"): times = readBounds()
    default: break
    }
    guard times != nil else {
      position = start
      return nil
    }
    position += 1
    if follows("?") || follows("+") { position += 1 }
    return times
  }

  /// `{2,5}`; leaves the position at its last byte.
  private mutating func readBounds() -> (least: Int, most: Int?)? {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else { return nil }
    let inside = text(position + 1..<end).filter { $0 != " " }
    let numbers = inside.split(separator: ",", omittingEmptySubsequences: false)
    guard (1...2).contains(numbers.count),
      numbers.allSatisfy({ $0.allSatisfy(\.isNumber) }), inside != ",", !inside.isEmpty
    else { return nil }
    position = end
    let least = Int(numbers[0]) ?? 0
    return numbers.count == 1 ? (least, least) : (least, Int(numbers[1]))
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private func follows(_ text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private mutating func stepOverCharacter() {
    position = min(position + 1, bytes.count)
    while let byte = peek, byte & 0xC0 == 0x80 { position += 1 }
  }

  /// Goes past a blank or a comment of an extended pattern; false where there is neither.
  private mutating func skipBlank() -> Bool {
    guard let byte = peek else { return false }
    if byte == UInt8(ascii: "#") {
      while !follows("\n"), position < bytes.count { position += 1 }
      return true
    }
    guard byte == 0x20 || (0x09...0x0D).contains(byte) else { return false }
    position += 1
    return true
  }
}

extension Character {
  fileprivate var isLetterOrNumber: Bool { isLetter || isNumber }
}
