@testable import PatternEngine

/// The first match in a whole text, as the tests write it.
func firstMatch(
  _ pattern: String, in text: String, options: Pattern.Options = .caseless,
  limits: MatchLimits = .standard
) throws -> Range<Int>? {
  let compiled = try Pattern(pattern, options: options)
  var workspace = MatchWorkspace(limits: limits)
  let bytes = Array(text.utf8)
  return try workspace.firstMatch(of: compiled, in: UTF8Span(validating: bytes.span))
}

extension OutlineWorkspace {
  /// Whether a pattern might match in a part of a text, or in all of it.
  mutating func accepts(
    _ text: [UInt8], pattern: Int = 0, within range: Range<Int>? = nil
  ) -> Bool {
    var seen = SeenWords()
    return accepts(text, pattern: pattern, within: range, &seen)
  }

  /// The same, where some words were seen before.
  mutating func accepts(
    _ text: [UInt8], pattern: Int = 0, within range: Range<Int>? = nil, _ seen: inout SeenWords
  ) -> Bool {
    let arena = text + [0]
    var words = TextWords()
    words.split(arena.span, &seen)
    return mightMatch(pattern: pattern, in: arena.span, range ?? text.indices, words)
  }
}
