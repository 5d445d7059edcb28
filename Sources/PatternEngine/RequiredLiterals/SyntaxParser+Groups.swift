extension SyntaxParser {
  /// Reads from `(` to its `)`; `nil` for a setting such as `(?i)`, which is no item of its own.
  mutating func group() throws(UnknownSyntax) -> SyntaxNode? {
    position += 1
    if peek() == "*" { return try verbOrNamedGroup() }
    guard skip("?") else { return try body() }
    switch try next() {
    case ":":
      return try rememberedBody()
    case ">", "|":
      return try body()
    case "=", "*":
      return .assertion(try body())
    case "!":
      return try negativeAssertion()
    case "<":
      if skip("=") || skip("*") { return .assertion(try body()) }
      if skip("!") { return try negativeAssertion() }
      try skip(past: ">")
      return try body()
    case "'":
      try skip(past: "'")
      return try body()
    case "P":
      if skip("<") {
        try skip(past: ">")
        return try body()
      }
      guard skip(">") || skip("=") else { throw UnknownSyntax() }
      try skip(past: ")")
      return .gap
    case "R", "&", "0"..."9", "+":
      try skip(past: ")")
      return .gap
    case "-" where peek().map { (0x30...0x39).contains($0.value) } ?? false:
      try skip(past: ")")
      return .gap
    case "(":
      return try conditional()
    case "C":
      try skipCallout()
      return .nothing
    default:
      position -= 1
      return try settings()
    }
  }

  private mutating func body() throws(UnknownSyntax) -> SyntaxNode {
    let node = try alternation()
    guard skip(")") else { throw UnknownSyntax() }
    return node
  }

  /// Reads a group, or takes what it requires from memory.
  private mutating func rememberedBody() throws(UnknownSyntax) -> SyntaxNode {
    let start = position
    guard remembersGroups, !modes.isExtended, let end = endOfSimpleGroup(),
      end - start >= Self.shortestRemembered
    else { return try body() }
    let group = RequirementMemory.Group(scalars[start..<end], isCaseless: modes.isCaseless)
    if let known = memory.requirements[group] {
      position = end
      return .known(known)
    }
    let requirement = Requirement(of: try body())
    if position == end { memory.requirements[group] = requirement }
    return .known(requirement)
  }

  /// The shortest group worth remembering.
  private static let shortestRemembered = 64

  /// Where the group that was just opened ends, if its syntax is simple enough to tell at a glance.
  private func endOfSimpleGroup() -> Int? {
    var depth = 1
    var place = position
    var isClass = false
    while place < scalars.count {
      switch scalars[place] {
      case "\\":
        if place + 1 < scalars.count, scalars[place + 1] == "Q" { return nil }
        place += 1
      case "[" where isClass: return nil
      case "[":
        isClass = true
        // A bracket at the start is a member.
        if place + 1 < scalars.count, scalars[place + 1] == "^" { place += 1 }
        if place + 1 < scalars.count, scalars[place + 1] == "]" { place += 1 }
      case "]": isClass = false
      case "#" where !isClass && scalars[place - 1] == "?": return nil
      case "(" where !isClass: depth += 1
      case ")" where !isClass:
        depth -= 1
        if depth == 0 { return place + 1 }
      default: break
      }
      place += 1
    }
    return nil
  }

  private mutating func negativeAssertion() throws(UnknownSyntax) -> SyntaxNode {
    if skip(")") { return .never }
    _ = try body()
    return .nothing
  }

  /// Reads `(?i)`, `(?i-x)`, `(?^x)` or `(?i-x:…)`, behind the question mark.
  private mutating func settings() throws(UnknownSyntax) -> SyntaxNode? {
    var changed = modes
    var value = true
    if skip("^") { changed = Modes(isCaseless: false) }
    while true {
      switch try next() {
      case "i": changed.isCaseless = value
      case "x":
        changed.isExtendedInClasses = skip("x") && value
        changed.isExtended = value
      case "J", "U", "m", "n", "s": break
      case "-" where value: value = false
      case ")":
        modes = changed
        return nil
      case ":":
        let outerModes = modes
        modes = changed
        let node = try body()
        modes = outerModes
        return node
      default: throw UnknownSyntax()
      }
    }
  }

  /// Reads `(?(condition)yes|no)`, behind the second parenthesis.
  private mutating func conditional() throws(UnknownSyntax) -> SyntaxNode {
    var isDefinition = false
    if peek() == "?" || peek() == "*" {
      // A callout may stand before the assertion.
      if skip("?C") {
        try skipCallout()
        guard peek() == "(" else { throw UnknownSyntax() }
      } else {
        position -= 1
      }
      _ = try group()
    } else {
      isDefinition = try text(upTo: ")") == "DEFINE"
    }
    let branches = try branches()
    guard skip(")"), branches.count <= 2 else { throw UnknownSyntax() }
    if isDefinition { return .nothing }
    return .alternation(branches.count == 1 ? branches + [.nothing] : branches)
  }

  /// Reads the rest of `(?C)`, `(?C9)` or `(?C"text")`; a doubled delimiter stands for itself.
  private mutating func skipCallout() throws(UnknownSyntax) {
    _ = digits()
    if skip(")") { return }
    let opening = try next()
    let closing: Unicode.Scalar = opening == "{" ? "}" : opening
    repeat { try skip(past: closing) } while skip(String(closing))
    guard skip(")") else { throw UnknownSyntax() }
  }

  /// Reads `(*VERB:name)` or `(*name:…)`, behind the parenthesis.
  private mutating func verbOrNamedGroup() throws(UnknownSyntax) -> SyntaxNode {
    position += 1
    var name = ""
    while let scalar = peek(), scalar.isASCIILetter || scalar == "_" {
      name.unicodeScalars.append(take())
    }
    switch name {
    case "FAIL", "F":
      try skip(past: ")")
      return .never
    case "", "MARK", "COMMIT", "PRUNE", "SKIP", "THEN":
      // These only give up matches; (*ACCEPT) makes some, which nothing here would know of.
      try skip(past: ")")
      return .nothing
    case "atomic", "sr", "script_run", "asr", "atomic_script_run":
      guard skip(":") else { throw UnknownSyntax() }
      return try body()
    case "pla", "positive_lookahead", "plb", "positive_lookbehind", "napla",
      "non_atomic_positive_lookahead", "naplb", "non_atomic_positive_lookbehind":
      guard skip(":") else { throw UnknownSyntax() }
      return .assertion(try body())
    case "nla", "negative_lookahead", "nlb", "negative_lookbehind":
      guard skip(":") else { throw UnknownSyntax() }
      return try negativeAssertion()
    default:
      throw UnknownSyntax()
    }
  }

  /// Skips the `(*…)` that stand at the start of a pattern and change nothing that matters here.
  mutating func skipStartOptions() throws(UnknownSyntax) {
    let harmless = [
      "UTF", "UCP", "NO_JIT", "NO_START_OPT", "NO_AUTO_POSSESS", "NO_DOTSTAR_ANCHOR", "NOTEMPTY",
      "NOTEMPTY_ATSTART", "LF", "BSR_ANYCRLF", "BSR_UNICODE",
    ]
    while peek() == "(", peek(1) == "*" {
      let start = position
      position += 2
      let name = try text(upTo: ")")
      guard harmless.contains(name) || name.hasPrefix("LIMIT_") else {
        position = start
        return
      }
    }
  }
}
