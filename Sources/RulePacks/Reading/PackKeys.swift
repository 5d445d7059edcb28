/// The keys of the grammar, in the order of the reference; the JSON Schema holds the same.
package enum PackKeys {
  /// Keys of a pack file.
  package static let pack: [String] = [
    "pack", "version", "language", "summary", "fields", "words", "rules", "retired",
  ]
  /// Keys of a rule.
  package static let rule: [String] = [
    "id", "summary", "category", "stance", "lowers", "theme", "target", "tier", "confidence",
    "strictness",
    "view", "language", "fields", "pattern", "labels", "all", "any", "unless", "near", "examples",
  ]
  /// Keys of a rule's `near`.
  package static let near: [String] = ["rule", "words"]
  /// Keys of a rule's `examples`.
  package static let examples: [String] = ["match", "ignore"]
  /// Keys of an example that says more than its text.
  package static let example: [String] = ["text", "fires"]
  /// Keys of one category.
  package static let category: [String] = ["id", "summary", "definition", "iab", "tiers"]
}
