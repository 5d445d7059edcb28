/// One pack file: a family of rules and the words they share; read and checked, not compiled.
package struct RulePack: Sendable {
  /// The pack's id, which begins the id of each of its rules.
  package var name: String
  /// The version, `major.minor.patch`.
  package var version: String
  /// What the pack finds.
  package var summary: String
  /// The word lists, in the order of the file.
  package var words: [WordList]
  /// The rules, in the order of the file.
  package var rules: [Rule]
  /// Ids that were used once and are never used again.
  package var retired: [PlacedText]
  /// The file itself.
  package var source: PackSource
}

/// Fragments of patterns under one name, referred to as `{{name}}`.
package struct WordList: Sendable {
  /// The name.
  package var name: String
  /// Where the name stands.
  package var place: TextPlace
  /// The fragments.
  package var items: [PlacedText]
}
