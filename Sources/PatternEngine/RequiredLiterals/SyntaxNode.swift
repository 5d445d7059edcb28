/// What a pattern is made of, as far as the text it must match goes.
///
/// Assertions consume nothing, so they do not keep their neighbours apart: `foo(?!x)bar` is a sequence
/// of two texts that stand side by side.
indirect enum SyntaxNode {
  /// Exactly this text: characters, single ones of some kind, and word boundaries.
  case text(Run)
  /// One of these texts, each a character in one of its cases.
  case oneOf([Run])
  /// Text about which nothing is known, maybe none.
  case gap
  /// One after the other; without parts, no text.
  case sequence([SyntaxNode])
  /// One of these; without branches, it never matches.
  case alternation([SyntaxNode])
  /// The part `atLeast` times and at most `atMost` times, if there is a bound.
  case repetition(SyntaxNode, atLeast: Int, atMost: Int?)
  /// A part that was met before.
  case known(Requirement)
  /// A positive lookaround: its text must be there, beside what the neighbours match.
  case assertion(SyntaxNode)

  /// The text, where that is all there is.
  var text: Run? { if case .text(let run) = self { run } else { nil } }

  static var nothing: SyntaxNode { .sequence([]) }
  static var never: SyntaxNode { .alternation([]) }
}

/// Syntax that is not known here, so that nothing may be concluded from the pattern.
struct UnknownSyntax: Error {}
