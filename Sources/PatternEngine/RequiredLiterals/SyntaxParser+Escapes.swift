extension SyntaxParser {
  /// Reads what a backslash begins, outside a class.
  mutating func escape() throws(UnknownSyntax) -> SyntaxNode {
    position += 1
    if let scalar = try escapedCharacter() { return literal(scalar) }
    let letter = try next()
    if let kind = ASCIISet.ofEscape(letter) { return .text(Run(code: kind.code)) }
    switch letter {
    case "b":
      return .text(.boundary)
    case "A", "B", "G", "K", "z", "Z":
      return .nothing
    case "R", "X":
      return .gap
    case "N":
      return .text(Run(code: Literal.Code.anyCharacter))
    case "p", "P":
      try skipProperty()
      return .text(Run(code: Literal.Code.anyCharacter))
    case "g", "k":
      try skipReference()
      return .gap
    case "1"..."9":
      // A group or an octal code; either way all of its digits are accounted for.
      _ = digits()
      return .gap
    default:
      throw UnknownSyntax()
    }
  }

  /// Reads an escape that stands for one character anywhere; `nil` leaves the position where it is.
  mutating func escapedCharacter() throws(UnknownSyntax) -> Unicode.Scalar? {
    guard let scalar = peek() else { throw UnknownSyntax() }
    let isAlphanumeric = scalar.isASCIILetter || (0x30...0x39).contains(scalar.value)
    if !isAlphanumeric { return take() }
    switch scalar {
    case "a": return control(0x07)
    case "e": return control(0x1B)
    case "f": return control(0x0C)
    case "n": return control(0x0A)
    case "r": return control(0x0D)
    case "t": return control(0x09)
    case "0": return try number(radix: 8, atMost: 3)
    case "c":
      position += 1
      let letter = try next()
      guard letter.isASCII else { throw UnknownSyntax() }
      return Unicode.Scalar((letter.isASCIILetter ? letter.value & ~0x20 : letter.value) ^ 0x40)
    case "N" where peek(1) == "{":
      position += 1
      guard skip("{U+") else { throw UnknownSyntax() }
      return try bracedNumber(radix: 16)
    case "o":
      position += 1
      guard skip("{") else { throw UnknownSyntax() }
      return try bracedNumber(radix: 8)
    case "x":
      position += 1
      if skip("{") { return try bracedNumber(radix: 16) }
      return try number(radix: 16, atMost: 2)
    default:
      return nil
    }
  }

  private mutating func control(_ value: UInt8) -> Unicode.Scalar {
    position += 1
    return Unicode.Scalar(value)
  }

  private mutating func number(
    radix: UInt32, atMost count: Int
  ) throws(UnknownSyntax) -> Unicode.Scalar {
    var value: UInt32 = 0
    var left = count
    while left > 0, let digit = peek().flatMap({ $0.hexDigit }), digit < radix {
      value = value * radix + digit
      position += 1
      left -= 1
    }
    guard let scalar = Unicode.Scalar(value) else { throw UnknownSyntax() }
    return scalar
  }

  private mutating func bracedNumber(radix: UInt32) throws(UnknownSyntax) -> Unicode.Scalar {
    let start = position
    let scalar = try number(radix: radix, atMost: 7)
    guard position > start, skip("}") else { throw UnknownSyntax() }
    return scalar
  }

  /// Skips the name in `\pL`, `\p{Lu}` or `\p{^Greek}`.
  mutating func skipProperty() throws(UnknownSyntax) {
    if skip("{") { try skip(past: "}") } else { _ = try next() }
  }

  /// Skips the group in `\g1`, `\g-1`, `\g{name}`, `\g<name>`, `\k'name'` and their like.
  private mutating func skipReference() throws(UnknownSyntax) {
    switch try next() {
    case "{": try skip(past: "}")
    case "<": try skip(past: ">")
    case "'": try skip(past: "'")
    case "+", "-", "0"..."9": _ = digits()
    default: throw UnknownSyntax()
    }
  }
}

extension Unicode.Scalar {
  fileprivate var hexDigit: UInt32? {
    switch value {
    case 0x30...0x39: value - 0x30
    case 0x41...0x46: value - 0x41 + 10
    case 0x61...0x66: value - 0x61 + 10
    default: nil
    }
  }
}
