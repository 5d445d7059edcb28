internal import PatternEngine

/// Makes up texts that parts of a pattern match, asking PCRE2 what a class or an escape matches.
struct PatternSampler: ~Copyable {
  private var workspace = MatchWorkspace()
  private var characters: [String: String?] = [:]
  private static let candidates = [
    "a", "e", "s", "1", " ", "-", "'", ".", "_", "!", "#", "\n", "ä", "A", "🙂", "x", "z", "é",
  ]

  /// A short text that parts in a row match, or nil where none comes to mind.
  mutating func text(of parts: PatternTree.Sequence, in tree: PatternTree) -> String? {
    var text = ""
    for part in parts {
      guard let sample = self.text(of: part, in: tree) else { return nil }
      text += String(repeating: sample, count: min(part.times.least, 50))
    }
    return text
  }

  /// A short text that a part matches once.
  mutating func text(of part: PatternTree.Part, in tree: PatternTree) -> String? {
    switch part.kind {
    case .assertion, .setting: return ""
    case .literal: return literal(tree.text(part.body))
    case .escape, .set: return character(tree.text(part.body))
    case .word: return nil
    case .group(_, let branches):
      for branch in branches {
        if let text = text(of: branch, in: tree) { return text }
      }
      return nil
    }
  }

  /// Different texts of at most so many characters that a whole pattern may match.
  mutating func shortTexts(of tree: PatternTree, upTo length: Int) -> [String] {
    var texts: [String] = []
    for text in shortTexts(of: tree.branches, in: tree, upTo: length) where !texts.contains(text) {
      texts.append(text)
    }
    return texts
  }

  private mutating func shortTexts(
    of branches: [PatternTree.Sequence], in tree: PatternTree, upTo length: Int
  ) -> [String] {
    var all: [String] = []
    for branch in branches {
      var texts = [""]
      for part in branch where !texts.isEmpty {
        var samples: [String] = part.times.least == 0 ? [""] : []
        if case .group(_, let branches) = part.kind {
          samples += shortTexts(of: branches, in: tree, upTo: length)
        } else if part.times.least > 0 {
          samples += text(of: part, in: tree).map { [$0] } ?? []
        }
        texts = texts.flatMap { start in samples.map { start + $0 } }
          .filter { $0.count <= length }
        if texts.count > 200 { texts.removeLast(texts.count - 200) }
      }
      all += texts
    }
    return Array(all.prefix(400))
  }

  private func literal(_ source: String) -> String? {
    guard source.hasPrefix("\\") else { return source }
    let rest = source.dropFirst()
    switch rest.first {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "x":
      let digits = rest.dropFirst().filter(\.isHexDigit)
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map(String.init)
    case let first? where !first.isLetter && !first.isNumber: return String(rest)
    default: return nil
    }
  }

  private mutating func character(_ source: String) -> String? {
    if let known = characters[source] { return known }
    let pattern = try? Pattern(source)
    var found: String?
    for candidate in Self.candidates where found == nil {
      guard let pattern else { break }
      if let span = try? workspace.firstMatch(of: pattern, in: candidate.utf8Span), !span.isEmpty {
        found = candidate
      }
    }
    characters[source] = .some(found)
    return found
  }
}
