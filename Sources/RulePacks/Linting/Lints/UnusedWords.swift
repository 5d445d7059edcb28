internal import Diagnostics

/// Words that no pattern fills in.
enum UnusedWords: Lint {
  static let code = PackCode.unusedWord

  static func warnings(in context: LintContext) -> [Diagnostic] {
    context.library.packs.flatMap { pack in
      let unused = pack.words.filter {
        !context.draft.usedWords.contains(WordKey(pack: pack.name, word: $0.name))
      }
      return unused.map { list in
        context.warning(
          code, "nothing refers to the words `\(list.name)`", at: list.place,
          length: list.name.count, in: pack, help: "use them, or remove them")
      }
    }
  }
}
