/// Reads a PCRE2 pattern into what it says about the text of a match.
///
/// Only patterns that PCRE2 accepts are read right; of anything else the result means nothing.
/// Syntax: `man pcre2pattern`, 10.42. What later releases changed is refused.
struct SyntaxParser {
  /// The settings that `(?i)`, `(?x)` and `(?xx)` change up to the end of their group.
  struct Modes {
    var isCaseless: Bool
    var isExtended = false
    var isExtendedInClasses = false
  }

  /// The deepest nesting of groups that PCRE2 compiles by default.
  static let deepestNesting = 250

  let scalars: [Unicode.Scalar]
  var position = 0
  var modes: Modes
  var memory = RequirementMemory()
  /// Whether groups that were met before are taken from memory, which keeps only what they require.
  let remembersGroups: Bool
  private var depth = 0
  private var isQuoting = false

  static func parse(
    _ source: String, options: Pattern.Options, memory: inout RequirementMemory
  ) throws(UnknownSyntax) -> SyntaxNode {
    var parser = SyntaxParser(source, options, remembersGroups: true)
    swap(&parser.memory, &memory)
    defer { swap(&parser.memory, &memory) }
    return try parser.wholePattern()
  }

  /// Reads every part of a pattern, so that no node of the result is `known`.
  static func parse(
    _ source: String, options: Pattern.Options
  ) throws(UnknownSyntax) -> SyntaxNode {
    var parser = SyntaxParser(source, options, remembersGroups: false)
    return try parser.wholePattern()
  }

  private init(_ source: String, _ options: Pattern.Options, remembersGroups: Bool) {
    scalars = Array(source.unicodeScalars)
    modes = Modes(isCaseless: options.contains(.caseless))
    self.remembersGroups = remembersGroups
  }

  private mutating func wholePattern() throws(UnknownSyntax) -> SyntaxNode {
    try skipStartOptions()
    let node = try alternation()
    guard position == scalars.count else { throw UnknownSyntax() }
    return node
  }

  /// Reads the branches up to the end of the group or of the pattern.
  mutating func branches() throws(UnknownSyntax) -> [SyntaxNode] {
    depth += 1
    guard depth <= Self.deepestNesting else { throw UnknownSyntax() }
    let outerModes = modes
    var branches: [SyntaxNode] = []
    repeat { branches.append(try sequence()) } while skip("|")
    modes = outerModes
    depth -= 1
    return branches
  }

  mutating func alternation() throws(UnknownSyntax) -> SyntaxNode {
    let branches = try branches()
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  private mutating func sequence() throws(UnknownSyntax) -> SyntaxNode {
    var parts = Parts()
    while let scalar = peek() {
      if !isQuoting && scalar.isPlain {
        parts.append(plain: scalar, caseless: modes.isCaseless)
        position += 1
        continue
      }
      if isQuoting {
        if skip("\\E") { isQuoting = false } else { parts.append(literal(take())) }
        continue
      }
      if modes.isExtended && skipExtendedSpace() { continue }
      switch scalar {
      case "|", ")":
        return parts.takeNode()
      case "\\":
        if skip("\\Q") { isQuoting = true } else if !skip("\\E") { parts.append(try escape()) }
      case "(":
        if skip("(?#") {
          try skip(past: ")")
        } else if skip(#"(?<!\w)"#) || skip(#"(?!\w)"#) {
          parts.append(.text(.boundary))
        } else if let node = try group() {
          parts.append(node)
        }
      case "[":
        parts.append(try characterClass())
      case ".":
        position += 1
        parts.append(.text(Run(code: Literal.Code.anyCharacter)))
      case "^", "$":
        position += 1
        parts.append(.nothing)
      case "*", "+", "?":
        position += 1
        try quantify(&parts, atLeast: scalar == "+" ? 1 : 0, atMost: scalar == "?" ? 1 : nil)
      case "{":
        guard let (atLeast, atMost) = try repeatCounts() else {
          parts.append(literal(take()))
          continue
        }
        try quantify(&parts, atLeast: atLeast, atMost: atMost)
      default:
        parts.append(literal(take()))
      }
    }
    return parts.takeNode()
  }

  private mutating func quantify(
    _ parts: inout Parts, atLeast: Int, atMost: Int?
  ) throws(UnknownSyntax) {
    if peek() == "?" || peek() == "+" { position += 1 }
    guard let last = parts.removeLast() else { throw UnknownSyntax() }
    parts.append(.repetition(last, atLeast: atLeast, atMost: atMost))
  }

  /// Reads `{2}`, `{2,}` or `{2,3}`; any other brace is a character.
  private mutating func repeatCounts() throws(UnknownSyntax) -> (Int, Int?)? {
    let start = position
    position += 1
    let first = digits()
    if let first, skip("}") { return (first, first) }
    if skip(",") {
      let second = digits()
      if skip("}") {
        // `{,3}` is three characters to PCRE2 10.42, and a quantifier from 10.43 on.
        guard let first else { throw UnknownSyntax() }
        return (first, second)
      }
    }
    // From 10.43 on, spaces are allowed in here.
    if peek() == " " || peek() == "\t" { throw UnknownSyntax() }
    position = start
    return nil
  }

  /// Skips white space, or a comment up to the end of its line.
  private mutating func skipExtendedSpace() -> Bool {
    guard let scalar = peek() else { return false }
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0x85, 0x200E, 0x200F, 0x2028, 0x2029:
      position += 1
      return true
    case 0x23:
      while let scalar = peek(), scalar != "\n" { position += 1 }
      return true
    default:
      return false
    }
  }

  /// The node of one character, in the case mode that holds here.
  func literal(_ scalar: Unicode.Scalar) -> SyntaxNode {
    let runs = runs(of: scalar)
    return runs.count == 1 ? .text(runs[0]) : .oneOf(runs)
  }

  /// The runs that `scalar` matches here: more than one where case does not stay within ASCII.
  func runs(of scalar: Unicode.Scalar) -> [Run] {
    if scalar.value == 0 { return [Run(code: Literal.Code.anyCharacter)] }
    guard modes.isCaseless, !scalar.isASCIILetter else {
      return [Run(scalar, caseless: modes.isCaseless)]
    }
    return CaseVariants.of(scalar).map { Run($0) }
  }
}

// MARK: - Scanning

extension SyntaxParser {
  func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    position + distance < scalars.count ? scalars[position + distance] : nil
  }

  /// The scalar at the position, which the caller has peeked at.
  mutating func take() -> Unicode.Scalar {
    defer { position += 1 }
    return scalars[position]
  }

  mutating func next() throws(UnknownSyntax) -> Unicode.Scalar {
    guard position < scalars.count else { throw UnknownSyntax() }
    return take()
  }

  mutating func skip(_ text: String) -> Bool {
    let wanted = text.unicodeScalars
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  mutating func skip(past end: Unicode.Scalar) throws(UnknownSyntax) {
    while try next() != end {}
  }

  /// The text up to `end`, which is skipped.
  mutating func text(upTo end: Unicode.Scalar) throws(UnknownSyntax) -> String {
    let start = position
    try skip(past: end)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<position - 1])
    return String(text)
  }

  /// A decimal number, `nil` without a digit; numbers beyond PCRE2's bounds become its largest.
  mutating func digits() -> Int? {
    var value: Int?
    while let digit = peek(), (0x30...0x39).contains(digit.value) {
      value = min((value ?? 0) * 10 + Int(digit.value - 0x30), 65_535)
      position += 1
    }
    return value
  }
}

/// The parts of a sequence; characters are gathered into texts, and a quantifier takes back the last.
private struct Parts {
  private var parts: [SyntaxNode] = []
  private var text = Run.empty
  /// The last character, which is not in the text yet.
  private var last: Run?
  /// Whether the last byte of the text is a character of its own, not in `last`.
  private var endsPlain = false

  /// Appends a letter or digit of ASCII.
  mutating func append(plain scalar: Unicode.Scalar, caseless: Bool) {
    if let last { text.append(last) }
    last = nil
    text.append(ascii: UInt8(scalar.value), caseless: caseless)
    endsPlain = true
  }

  mutating func append(_ node: SyntaxNode) {
    if case .text(let run) = node {
      if let last { text.append(last) }
      last = run
    } else {
      flush()
      parts.append(node)
    }
    endsPlain = false
  }

  mutating func removeLast() -> SyntaxNode? {
    if endsPlain { last = text.removeLast() }
    endsPlain = false
    guard let character = last else { return parts.popLast() }
    last = nil
    flush()
    return .text(character)
  }

  private mutating func flush() {
    if let last { text.append(last) }
    last = nil
    endsPlain = false
    if !text.bytes.isEmpty { parts.append(.text(text)) }
    text = .empty
  }

  /// The sequence; nothing can be appended after it.
  mutating func takeNode() -> SyntaxNode {
    flush()
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter or digit of ASCII, which stands for itself in a pattern.
  fileprivate var isPlain: Bool { value < 0x80 && value != 0x5F && isASCIIWord(UInt8(value)) }
}
