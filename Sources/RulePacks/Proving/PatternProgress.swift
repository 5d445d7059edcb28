internal import PatternEngine

/// How far into a pattern a text satisfies it.
package struct PatternProgress: Sendable {
  /// The beginning of the pattern that the text satisfies, without the branches not taken.
  package var satisfied: String
  /// The bytes of the author's pattern that then fail.
  package var failing: Range<Int>
  /// What the satisfied part matched: the reading and its bytes.
  package var reading: Int
  package var matched: Range<Int>
  /// The share of the pattern's parts that are satisfied, in 0...1.
  package var share: Double
}

/// Tries ever longer beginnings of a pattern on a text.
struct ProgressFinder: ~Copyable {
  private let tree: PatternTree
  /// Turns a beginning of the author's pattern into one that PCRE2 takes; nil where it does not.
  private let compile: (String) -> Pattern?
  private let readings: [String]
  private var workspace = MatchWorkspace()
  private var best: PatternProgress?
  private var parts = 0

  init(_ pattern: String, readings: [String], compile: @escaping (String) -> Pattern?) {
    tree = PatternTree(pattern)
    self.readings = readings
    self.compile = compile
  }

  /// The beginning that gets farthest in any reading; nil where not even the first part does.
  mutating func find() -> PatternProgress? {
    var settings = ""
    for branch in tree.branches {
      let leading = branch.prefix { if case .setting = $0.kind { true } else { false } }
      for part in leading { settings += tree.text(part.range) }
      let rest = Array(branch[leading.count...])
      follow(rest, after: settings, before: "", of: weight(rest))
    }
    return best
  }

  /// Walks through parts in a row; `after` and `before` are what stands around them.
  private mutating func follow(
    _ parts: PatternTree.Sequence, after: String, before: String, of total: Int, passed: Int = 0
  ) {
    var pattern = after
    var passed = passed
    var matched: (reading: Int, span: Range<Int>)?
    for (number, part) in parts.enumerated() {
      let longer = pattern + tree.text(part.range)
      guard let found = firstMatch(of: longer + before) else {
        if let matched, number > 0 {
          keep(
            PatternProgress(
              satisfied: pattern, failing: part.range, reading: matched.reading,
              matched: matched.span,
              share: min(Double(passed) / Double(max(total, 1)), 0.99)))
        }
        if case .group(let opener, let branches) = part.kind, part.times.least == 1 {
          for branch in branches where branch.count > 1 {
            follow(
              branch, after: pattern + tree.text(opener), before: ")" + before,
              of: total - 1 + weight(branch), passed: passed)
          }
        }
        return
      }
      matched = found
      passed += part.matchesText ? 1 : 0
      pattern = longer
    }
  }

  private mutating func keep(_ progress: PatternProgress) {
    // Assertions alone get any pattern somewhere.
    guard progress.share > 0, progress.share > (best?.share ?? 0) else { return }
    best = progress
  }

  private mutating func firstMatch(of source: String) -> (reading: Int, span: Range<Int>)? {
    guard let pattern = compile(source) else { return nil }
    for (number, reading) in readings.enumerated() {
      if let span = try? workspace.firstMatch(of: pattern, in: reading.utf8Span) {
        return (number, span)
      }
    }
    return nil
  }

  private func weight(_ parts: PatternTree.Sequence) -> Int {
    parts.count(where: \.matchesText)
  }
}

extension PatternTree.Part {
  /// Whether the part matches text of its own.
  var matchesText: Bool {
    switch kind {
    case .assertion, .setting: false
    default: times.least > 0
    }
  }
}
