internal import Diagnostics

/// A word of Latin letters with a Cyrillic or Greek one among them, which looks right and is not.
enum MixedScripts: Lint {
  static let code = PackCode.mixedScript

  static func warnings(in context: LintContext) -> [Diagnostic] {
    context.library.packs.flatMap { pack in
      let texts = pack.rules.compactMap(\.pattern) + pack.words.flatMap(\.items)
      return texts.flatMap { text in
        strangers(in: text.text).map { offset, scalar in
          context.warning(
            code, "`\(scalar)` is no Latin letter, though the word around it is Latin",
            at: pack.source.place(ofByte: offset, in: text), in: pack,
            help: "type the Latin letter; folding finds the look-alikes by itself")
        }
      }
    }
  }

  private static func strangers(in text: String) -> [(Int, Unicode.Scalar)] {
    var strangers: [(Int, Unicode.Scalar)] = []
    var word: [(offset: Int, scalar: Unicode.Scalar)] = []
    var offset = 0
    func finish() {
      let foreign = word.filter { isForeign($0.scalar) }
      if foreign.count < word.count { strangers += foreign.map { ($0.offset, $0.scalar) } }
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic {
        word.append((offset, scalar))
      } else {
        finish()
        word = []
      }
      offset += UTF8.width(scalar)
    }
    finish()
    return strangers
  }

  /// Greek and Cyrillic.
  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    (0x370...0x52F).contains(scalar.value)
  }
}
