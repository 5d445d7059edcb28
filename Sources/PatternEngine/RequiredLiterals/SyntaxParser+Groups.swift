extension SyntaxParser {
  /// Reads from `(` to its `)`; `nil` for a setting such as `(?i)`, which is no item of its own.
  mutating func group() throws(UnknownSyntax) -> SyntaxNode? {
    position += 1
    if peek() == "*" { return try verbOrNamedGroup() }
    guard skip("?") else { return try body() }
    switch try next() {
    case ":", ">", "|":
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
