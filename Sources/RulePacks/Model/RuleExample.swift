/// A text that a rule must match, or must not; its author's own words.
package struct RuleExample: Sendable {
  /// What is expected of the rule.
  package enum Expectation: Sendable {
    /// It must match.
    case match
    /// It must not match.
    case ignore
  }

  /// What is expected.
  package var expectation: Expectation
  /// The text without its « » marks.
  package var text: String
  /// The bytes of `text` that the marks pinned.
  package var span: Range<Int>?
  /// The text with its marks, and where it stands.
  package var marked: PlacedText
  /// The other rules that fire as well, and no more than these; nil where nobody says.
  package var fires: [PlacedText]?
}
