import ExportReading
import TimelineModel

/// A yes-or-no question about the texts of one corpus, with its answers.
struct Question: Sendable {
  /// What a row answers.
  enum Answer: UInt8, Sendable {
    case yes, no, ignored
  }

  /// Which findings say yes.
  enum Counted: Sendable {
    /// Findings of any category but profanity.
    case suitability
    /// Any finding.
    case everything
    /// Findings of these categories.
    case named(Set<CategoryID>)
  }

  /// The corpus, by name.
  var corpus: String
  /// The rows whose answer is yes.
  var positive: RowFilter
  /// The rows whose answer is no; a row that is in neither is ignored.
  var negative: RowFilter
  /// The findings that say yes.
  var counted: Counted

  /// The answer of a row.
  func answer(_ row: JSONValue) -> Answer {
    if positive.admits(row) { return .yes }
    return negative.admits(row) ? .no : .ignored
  }
}

extension Question.Counted {
  /// Whether findings of some categories say yes.
  func isYes(_ found: Set<CategoryID>) -> Bool {
    switch self {
    case .suitability: found.contains { $0 != Expectation.profanity }
    case .everything: !found.isEmpty
    case .named(let categories): !categories.isDisjoint(with: found)
    }
  }

  /// Reads names of categories; `hate`, `suitability` and `everything` stand for several.
  init(names: [String]) {
    switch names {
    case ["suitability"]: self = .suitability
    case ["everything"]: self = .everything
    default:
      self = .named(
        names.reduce(into: []) { categories, name in
          if name == "hate" {
            categories.formUnion(Expectation.hate)
          } else {
            categories.insert(CategoryID(name))
          }
        })
    }
  }
}
