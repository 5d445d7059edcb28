/// The codes of everything that can be said about a pack; never reused, listed in the reference.
package enum PackCode {
  /// The file is not YAML, or not UTF-8.
  package static let syntax: String = "R001"
  /// The file is too large, nests too deep, or uses anchors, aliases or tags.
  package static let bounds: String = "R002"
  /// A key that the grammar does not have.
  package static let unknownKey: String = "R003"
  /// A key written twice in one mapping.
  package static let duplicateKey: String = "R004"
  /// A list where a text belongs, and the like.
  package static let wrongType: String = "R005"
  /// A key that must be there.
  package static let missingKey: String = "R006"
  /// A value that is none of the names the grammar has.
  package static let unknownName: String = "R007"
  /// An id, version, language or word name that is badly formed.
  package static let malformedName: String = "R008"
  /// A rule id that names another pack.
  package static let foreignID: String = "R009"
  /// An id that stands twice, in one pack or in two.
  package static let duplicateID: String = "R010"
  /// A retired id that came back.
  package static let retiredID: String = "R011"
  /// A number outside its range.
  package static let outOfRange: String = "R012"
  /// Keys that exclude each other or need each other.
  package static let conflictingKeys: String = "R013"
  /// A reference to a rule that is not there, or that cannot be used so.
  package static let badReference: String = "R014"
  /// Rules whose conditions lead back to themselves.
  package static let circularRules: String = "R015"
  /// A `{{word}}` that is not there.
  package static let unknownWord: String = "R016"
  /// Words that contain themselves.
  package static let circularWords: String = "R017"
  /// A pattern that PCRE2 refuses.
  package static let badPattern: String = "R018"
  /// A pattern that matches nothing at all, or that is too long.
  package static let unusablePattern: String = "R019"
  /// A « without its », or the like.
  package static let badExample: String = "R020"
  /// A `match` example on which the rule does not fire.
  package static let missedExample: String = "R021"
  /// A `match` example on which the rule fires elsewhere than marked.
  package static let wrongSpan: String = "R022"
  /// An `ignore` example on which the rule fires.
  package static let wrongMatch: String = "R023"
  /// An example that could not be decided.
  package static let undecidedExample: String = "R024"
  /// A disguised `match` example that slips through.
  package static let evadedExample: String = "R025"
  /// A pattern without required literals, which therefore runs on every post.
  package static let alwaysRuns: String = "R026"
  /// A rule with fewer than two examples of a kind.
  package static let fewExamples: String = "R027"
  /// A word list that nothing refers to.
  package static let unusedWord: String = "R028"
  /// A signal that nothing refers to.
  package static let unusedSignal: String = "R029"
  /// Two rules that find the same.
  package static let duplicateRule: String = "R030"
  /// A rule that finds nothing that another does not find too.
  package static let shadowedRule: String = "R031"
  /// A pattern that a text can make undecidable.
  package static let backtracking: String = "R032"
  /// A short word that is found inside longer ones.
  package static let shortWord: String = "R033"
  /// An `unless` that no example shows at work.
  package static let untriedException: String = "R034"
  /// A character that the folded view never holds.
  package static let foldedAway: String = "R035"
  /// A character that nobody sees.
  package static let invisibleCharacter: String = "R036"
  /// A look-alike of another script within a word.
  package static let mixedScript: String = "R037"
  /// An `ignore` example in which another rule finds the same category.
  package static let contradictedExample: String = "R038"

  /// Every code, in order.
  package static let all: [String] = [
    syntax, bounds, unknownKey, duplicateKey,
    wrongType, missingKey, unknownName, malformedName,
    foreignID, duplicateID, retiredID, outOfRange,
    conflictingKeys, badReference, circularRules, unknownWord,
    circularWords, badPattern, unusablePattern, badExample,
    missedExample, wrongSpan, wrongMatch, undecidedExample,
    evadedExample, alwaysRuns, fewExamples, unusedWord,
    unusedSignal, duplicateRule, shadowedRule, backtracking,
    shortWord, untriedException, foldedAway, invisibleCharacter,
    mixedScript, contradictedExample,
  ]
}
