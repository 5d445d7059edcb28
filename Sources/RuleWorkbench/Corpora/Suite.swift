import Diagnostics
import ExportReading
import TimelineModel

/// A question asked of several corpora; its figure is the mean of theirs, never a pool.
struct Suite: Sendable {
  /// The name, such as `racism_en`.
  var name: String
  /// One question a corpus.
  var questions: [Question]

  /// Reads a suite file: `{"suites": {"racism_en": [{"corpus", "positive", "negative"}]}}`.
  static func read(_ path: String) throws(DiagnosticList) -> [Suite] {
    try JSONDocument.read(path) { root throws(JSONError) in
      guard let suites = root["suites"], suites.isObject else {
        throw .unusable("the file has no `suites`")
      }
      return suites.members.map { name, parts in
        let name = name.kept
        return Suite(name: name, questions: parts.elements.compactMap { Question($0, of: name) })
      }
    }
  }

  /// The findings that a suite asks for, by how its name begins.
  static func counted(by name: String) -> Question.Counted {
    let names = [
      ("racism", ["racism"]), ("sexism", ["sexism"]), ("homophobia", ["homophobia"]),
      ("transphobia", ["transphobia"]), ("religion", ["religious-hate"]),
      ("disability", ["ableism"]), ("explicit", ["explicit"]), ("any_identity_hate", ["hate"]),
      ("identity_hate", ["hate"]), ("abuse", ["hate", "abuse", "threat"]),
    ]
    return Question.Counted(names: names.first { name.hasPrefix($0.0) }?.1 ?? ["suitability"])
  }
}

extension Question {
  /// Reads a part of a suite; nil when it names no corpus.
  fileprivate init?(_ object: JSONValue, of suite: String) {
    guard let corpus = object["corpus"]?.string?.kept, let positive = object["positive"],
      let negative = object["negative"]
    else { return nil }
    self.init(
      corpus: corpus, positive: RowFilter(positive), negative: RowFilter(negative),
      counted: Suite.counted(by: suite))
  }
}
