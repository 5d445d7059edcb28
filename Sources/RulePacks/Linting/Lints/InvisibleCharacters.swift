internal import Diagnostics

/// Characters that nobody sees, and that patterns therefore should not hold as they are.
enum InvisibleCharacters: Lint {
  static let code = PackCode.invisibleCharacter

  static func warnings(in context: LintContext) -> [Diagnostic] {
    context.library.packs.flatMap { pack in
      let patterns = pack.rules.compactMap(\.pattern) + pack.words.flatMap(\.items)
      return patterns.flatMap { text in
        places(in: text.text).map { offset, scalar in
          let name = "U+" + String(scalar.value, radix: 16, uppercase: true)
          return context.warning(
            code, "an invisible character, \(name), stands here",
            at: pack.source.place(ofByte: offset, in: text), in: pack,
            help: #"remove it, or write it as \x{"# + String(scalar.value, radix: 16) + "}",
            fix: scalar.properties.isWhitespace ? " " : "")
        }
      }
    }
  }

  private static func places(in text: String) -> [(Int, Unicode.Scalar)] {
    var places: [(Int, Unicode.Scalar)] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let isInvisible =
        switch scalar.properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator: true
        case .spaceSeparator: scalar != " "
        default: false
        }
      // A joiner within an emoji is part of it.
      if isInvisible, scalar != "\u{200D}" { places.append((offset, scalar)) }
      offset += UTF8.width(scalar)
    }
    return places
  }
}
