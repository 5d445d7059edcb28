/// A `match` example in another guise, which its rule should still see through.
struct Disguise {
  /// The example it was made of.
  let example: RuleExample
  /// The text in its new guise.
  let text: String
  /// How it was disguised, to follow "misses this example".
  let name: String

  /// Every disguise that means something for a rule and an example.
  static func all(of example: RuleExample, for rule: Rule) -> [Disguise] {
    guard case .match = example.expectation, let pattern = rule.pattern?.text else { return [] }
    let text = example.text
    var guises = [
      ("after an emoji", "\u{1F642} " + text),
      ("within a longer text", "Good morning, all. \(text) The bus was late again."),
    ]
    let capitals = text.uppercased()
    if !pattern.contains("(?-i"), capitals.lowercased() == text.lowercased() {
      guises.append(("in capitals", capitals))
    }
    if rule.view != .plain {
      guises.append(("with zero-width characters", split(example)))
      if let homoglyphs = homoglyphs(example) {
        guises.append(("with Cyrillic look-alikes", homoglyphs))
      }
    }
    return guises.map { Disguise(example: example, text: $0.1, name: $0.0) }
  }

  /// The text with a zero-width space within its longest pinned word.
  private static func split(_ example: RuleExample) -> String {
    insideLongestWord(example) { word in
      let middle = word.index(word.startIndex, offsetBy: word.count / 2)
      return word[..<middle] + "\u{200B}" + word[middle...]
    }
  }

  /// The text with one letter of its longest pinned word replaced, or nil where none can be.
  private static func homoglyphs(_ example: RuleExample) -> String? {
    let twins: [Character: Character] = [
      "a": "а", "e": "е", "o": "о", "c": "с", "p": "р", "x": "х",
    ]
    let text = insideLongestWord(example) { word in
      guard let index = word.firstIndex(where: { twins[$0] != nil }), word.count > 2,
        let twin = twins[word[index]]
      else { return String(word) }
      return word[..<index] + String(twin) + word[word.index(after: index)...]
    }
    return text == example.text ? nil : text
  }

  private static func insideLongestWord(
    _ example: RuleExample, _ change: (Substring) -> String
  ) -> String {
    let utf8 = Array(example.text.utf8)
    let span = example.span ?? 0..<utf8.count
    let inside = String(decoding: utf8[span], as: UTF8.self)
    let words = inside.split { !($0.isLetter || $0 == "'") }
    guard let longest = words.max(by: { $0.count < $1.count }) else { return example.text }
    return String(decoding: utf8[..<span.lowerBound], as: UTF8.self)
      + inside[..<longest.startIndex] + change(longest) + inside[longest.endIndex...]
      + String(decoding: utf8[span.upperBound...], as: UTF8.self)
  }
}
