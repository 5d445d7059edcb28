internal import Diagnostics
internal import PatternEngine

/// A short word that is also found inside longer ones: "ass" in "class".
enum ShortWords: Lint {
  static let code = PackCode.shortWord
  /// Longer words stand inside others seldom enough.
  private static let longest = 4

  static func warnings(in context: LintContext) -> [Diagnostic] {
    context.warnings { number in
      let entry = context.rules[number]
      guard let pattern = context.draft.patterns[number], let tree = context.trees[number],
        entry.rule.category != nil
      else { return nil }
      var sampler = PatternSampler()
      let words = sampler.shortTexts(of: tree, upTo: longest)
      guard let (word, inside) = words.lazy.compactMap({ find($0, pattern) }).first else {
        return nil
      }
      return context.warning(
        code, "`\(entry.rule.id)` finds `\(word)` inside longer words, such as `\(inside)`",
        at: entry.rule.pattern?.place ?? entry.rule.place, in: entry.pack,
        help: #"put `\b` before and after the word"#)
    }
  }

  /// A longer word in which the pattern finds a short one.
  private static func find(_ word: String, _ pattern: Pattern) -> (word: String, inside: String)? {
    guard word.count > 1, word.allSatisfy(\.isLetter) else { return nil }
    var workspace = MatchWorkspace()
    let longer = familiar.filter { $0.contains(word) && $0 != word } + ["xx\(word)xx"]
    for inside in longer {
      guard let span = try? workspace.firstMatch(of: pattern, in: inside.utf8Span) else { continue }
      let bytes = Array(inside.utf8)
      if bytes[span].elementsEqual(word.utf8) { return (word, inside) }
    }
    return nil
  }

  /// Harmless words that word lists are known to stumble over.
  private static let familiar = [
    "class", "assassin", "grass", "passage", "scunthorpe", "penistone", "essex", "analysis",
    "cockpit", "peacock", "title", "shitake", "therapist", "document", "circumstance", "pussycat",
    "dickens", "sextant", "canal", "raccoon", "niggle", "spice", "despicable", "fagotto",
    "retardant",
    "hello", "buttress", "homogeneous", "lesbos",
  ]
}
