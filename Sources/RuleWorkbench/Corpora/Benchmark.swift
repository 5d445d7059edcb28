package import Diagnostics
import ExportReading

/// A figure that others have published too, or that a target is set for.
package struct Benchmark: Sendable {
  /// What is measured.
  enum Measure: String, CaseIterable, Sendable {
    /// The share of texts answered rightly.
    case accuracy
    /// F1 of the positive answer.
    case f1
    /// The mean of the F1 of both answers.
    case macroF1 = "macro-f1"
    /// The share of positive texts found.
    case recall
    /// The share of negative texts left alone.
    case specificity
    /// Texts flagged among 10,000 that should not be.
    case falsePositives = "false-positives-per-10k"
    /// The mean F1 of the characters found, text by text.
    case spanF1 = "span-f1"
    /// How many times as often harmless texts are flagged when in African-American English.
    case dialectRatio = "dialect-ratio"

    /// Whether smaller is better.
    var isCost: Bool { self == .falsePositives || self == .dialectRatio }
  }

  /// The figure of somebody else.
  struct Peer: Sendable {
    var name: String
    var value: Double
  }

  /// The name of the row.
  var name: String
  /// What is asked, and of which corpus.
  var question: Question
  /// What is measured.
  var measure: Measure
  /// What is aimed at, in the unit of the measure.
  var target: Double?
  /// What was measured on texts that no rule was written for, and how.
  var heldOut: String?
  /// The best figures of others.
  var peers: [Peer]

  /// Reads a file of benchmarks, as docs/benchmarks.json shows it.
  package static func read(_ path: String) throws(DiagnosticList) -> [Benchmark] {
    try JSONDocument.read(path) { root throws(JSONError) in
      guard let benchmarks = root["benchmarks"], benchmarks.isArray else {
        throw .unusable("the file has no `benchmarks`")
      }
      var read: [Benchmark] = []
      for (number, object) in benchmarks.elements.enumerated() {
        guard let benchmark = Benchmark(object) else {
          throw .unusable("benchmark \(number + 1) lacks a member, or its measure is unknown")
        }
        read.append(benchmark)
      }
      return read
    }
  }

  private init?(_ object: JSONValue) {
    guard let name = object["name"]?.string?.kept, let corpus = object["corpus"]?.string?.kept,
      let measure = object["measure"]?.string.flatMap({ Measure(rawValue: $0.kept) })
    else { return nil }
    self.name = name
    self.measure = measure
    question = Question(
      corpus: corpus, positive: object["positive"].map(RowFilter.init) ?? .nothing,
      negative: object["negative"].map(RowFilter.init) ?? .nothing,
      counted: Question.Counted(
        names: object.elements(of: "counted").compactMap { $0.string?.kept }))
    target = object["target"]?.number
    heldOut = object["heldOut"]?.string?.kept
    peers = object.elements(of: "peers").compactMap { peer in
      guard let name = peer["name"]?.string?.kept, let value = peer["value"]?.number else {
        return nil
      }
      return Peer(name: name, value: value)
    }
  }
}
