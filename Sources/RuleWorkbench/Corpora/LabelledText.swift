package import TimelineModel

/// One text of a corpus, with what is known about it.
package struct LabelledText: Sendable {
  /// The id within the corpus, or its line.
  package var id: String
  /// The text.
  package var text: String
  /// Its language.
  package var language: LanguageCode
  /// What it should be found to be.
  package var expectation: Expectation
  /// The corpus's own yes or no: whether it is hateful, or else, what the corpus is about.
  package var isPositive: Bool?
  /// Whether `isPositive` speaks of hatred of groups only.
  package var asksForHate: Bool
  /// What the text tests, such as `negated-slur`.
  package var functionality: String?
  /// Who is spoken of.
  package var target: String?
  /// How likely the text is written in African-American English.
  package var dialect: Double?
  /// The characters (Unicode scalars) that make the text what it is.
  package var span: Set<Int>?
  /// Categories that a harmless text may carry all the same.
  var allowed: Set<CategoryID> = []
  /// One answer a question of the corpus.
  var answers: [Question.Answer] = []
}
