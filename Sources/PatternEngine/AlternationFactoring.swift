/// Rewrites long alternations so that each letter is compared once: `(?:cat|dog|cow)` becomes
/// `(?:c(?:at|ow)|dog)`.
///
/// PCRE2 tries the branches of an alternation one after the other, and rules have lists of hundreds of
/// words. Matches stay the same, to the byte: branches change places only with branches that begin with
/// another letter, of which at most one can match at any place. Patterns with captures, references,
/// settings, verbs or quotations are left as they are.
struct AlternationFactoring {
  /// A piece of a branch that stays together.
  private struct Token {
    let source: String
    /// What the token begins a branch with, if it is one plain character: equal for equal characters.
    let letter: Unicode.Scalar?
  }

  private struct Unsuitable: Error {}

  private let scalars: [Unicode.Scalar]
  private let isCaseless: Bool
  private var isExtended = false
  private var position = 0

  /// The rewritten source, or `nil` where there is nothing to gain or it cannot be told to be the same.
  static func factored(_ source: String, options: Pattern.Options) -> String? {
    guard source.utf8.count(where: { $0 == 0x7C }) >= 8 else { return nil }
    var factoring = AlternationFactoring(
      scalars: Array(source.unicodeScalars), isCaseless: options.contains(.caseless))
    return try? factoring.rewritten()
  }

  private init(scalars: [Unicode.Scalar], isCaseless: Bool) {
    self.scalars = scalars
    self.isCaseless = isCaseless
  }

  private mutating func rewritten() throws(Unsuitable) -> String {
    isExtended = skip("(?x)")
    let branches = try alternation(isFactored: true)
    guard position == scalars.count else { throw Unsuitable() }
    return (isExtended ? "(?x)" : "") + branches.joined(separator: "|")
  }

  /// Reads the branches up to the end of the group; those of a lookbehind keep their fixed lengths.
  private mutating func alternation(isFactored: Bool) throws(Unsuitable) -> [String] {
    var branches: [[Token]] = [[]]
    while position < scalars.count, scalars[position] != ")" {
      if skip("|") {
        branches.append([])
      } else if let quantifier = quantifier() {
        guard let last = branches[branches.count - 1].popLast() else { throw Unsuitable() }
        branches[branches.count - 1].append(Token(source: last.source + quantifier, letter: nil))
      } else if let token = try token(isFactored: isFactored) {
        branches[branches.count - 1].append(token)
      }
    }
    return isFactored ? factored(branches.map { $0[...] }) : branches.map { text($0[...]) }
  }

  private func text(_ tokens: ArraySlice<Token>) -> String {
    // White space keeps apart what white space kept apart.
    tokens.map(\.source).joined(separator: isExtended ? " " : "")
  }

  /// Puts branches with the same first letter into one, between those that begin with anything else.
  private func factored(_ branches: [ArraySlice<Token>]) -> [String] {
    var result: [String] = []
    var letters: [Unicode.Scalar] = []
    var groups: [Unicode.Scalar: [ArraySlice<Token>]] = [:]
    func flush() {
      for letter in letters {
        let group = groups[letter, default: []]
        result.append(group.count == 1 ? text(group[0]) : joined(group))
      }
      letters = []
      groups = [:]
    }
    for branch in branches {
      guard let letter = branch.first?.letter else {
        flush()
        result.append(text(branch))
        continue
      }
      if groups[letter] == nil { letters.append(letter) }
      groups[letter, default: []].append(branch)
    }
    flush()
    return result
  }

  private func joined(_ group: [ArraySlice<Token>]) -> String {
    let rest = factored(group.map { $0.dropFirst() })
    let letter = group[0].first?.source ?? ""
    return rest.count == 1 ? letter + rest[0] : letter + "(?:" + rest.joined(separator: "|") + ")"
  }
}

// MARK: - Tokens

extension AlternationFactoring {
  /// Reads one item without its quantifier; `nil` for white space and comments.
  private mutating func token(isFactored: Bool) throws(Unsuitable) -> Token? {
    let start = position
    let scalar = scalars[position]
    if isExtended && skipExtendedSpace() { return nil }
    switch scalar {
    case "\\": try skipEscape()
    case "[": try skipClass()
    case "(":
      let openings = ["(?:", "(?>", "(?=", "(?!", "(?<=", "(?<!"]
      guard let opening = openings.first(where: { skip($0) }) else { throw Unsuitable() }
      let isLookbehind = opening.hasPrefix("(?<")
      let branches = try alternation(isFactored: isFactored && !isLookbehind)
      guard skip(")") else { throw Unsuitable() }
      return Token(source: opening + branches.joined(separator: "|") + ")", letter: nil)
    default:
      position += 1
      return Token(source: String(scalar), letter: letter(scalar))
    }
    var source = String.UnicodeScalarView()
    source.append(contentsOf: scalars[start..<position])
    return Token(source: String(source), letter: nil)
  }

  /// The character by which branches are told apart; `nil` where another one may equal it.
  private func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.isASCII {
      guard isASCIIWord(UInt8(scalar.value)) else { return nil }
      return isCaseless ? Unicode.Scalar(asciiLowercase(UInt8(scalar.value))) : scalar
    }
    return !isCaseless || CaseVariants.of(scalar).count == 1 ? scalar : nil
  }

  private mutating func skipEscape() throws(Unsuitable) {
    position += 1
    guard position < scalars.count else { throw Unsuitable() }
    let letter = scalars[position]
    position += 1
    switch letter {
    // References, quotations, and octal codes, which end where the next character is no digit.
    case "0"..."9", "g", "k", "Q", "E", "o", "c": throw Unsuitable()
    case "p", "P", "x", "N":
      if skip("{") {
        while position < scalars.count, !skip("}") { position += 1 }
      } else if letter == "p" || letter == "P" {
        position += 1
      } else if letter == "x" {
        throw Unsuitable()
      }
    default: break
    }
  }

  private mutating func skipClass() throws(Unsuitable) {
    position += 1
    _ = skip("^")
    _ = skip("]")
    while position < scalars.count {
      if skip("]") { return }
      if skip("\\") {
        if skip("Q") || skip("E") { throw Unsuitable() }
      } else if scalars[position] == "[" {
        throw Unsuitable()
      }
      position += 1
    }
    throw Unsuitable()
  }

  private mutating func quantifier() -> String? {
    let start = position
    if !(skip("*") || skip("+") || skip("?")) {
      guard skip("{"), skipDigits() else {
        position = start
        return nil
      }
      if skip(",") { _ = skipDigits() }
      guard skip("}") else {
        position = start
        return nil
      }
    }
    if !skip("+") { _ = skip("?") }
    var source = String.UnicodeScalarView()
    source.append(contentsOf: scalars[start..<position])
    return String(source)
  }

  private mutating func skipDigits() -> Bool {
    let start = position
    while position < scalars.count, (0x30...0x39).contains(scalars[position].value) {
      position += 1
    }
    return position > start
  }

  private mutating func skipExtendedSpace() -> Bool {
    switch scalars[position].value {
    case 0x09...0x0D, 0x20, 0x85, 0x200E, 0x200F, 0x2028, 0x2029:
      position += 1
      return true
    case 0x23:
      while position < scalars.count, scalars[position] != "\n" { position += 1 }
      return true
    default:
      return false
    }
  }

  private mutating func skip(_ text: String) -> Bool {
    let wanted = text.unicodeScalars
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }
}
