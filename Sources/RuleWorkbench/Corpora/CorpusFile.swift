import Diagnostics
import ExportReading
import TimelineModel

/// A labelled corpus: NDJSON, one text a line, as docs/corpora.md describes it.
package struct CorpusFile: Hashable, Sendable {
  /// The name in reports.
  package var name: String
  /// Where it lies.
  package var path: String

  /// Reads all rows, each with its answers to the questions.
  ///
  /// The first row that cannot be read is an error: a figure must not rest on part of a corpus.
  func read(for questions: [Question]) throws(DiagnosticList) -> [LabelledText] {
    var texts: [LabelledText] = []
    var hasSingleLabels = false
    var parser = JSONParser()
    var chunk = Chunk()
    do {
      let reader = try ChunkReader(path: path)
      while try reader.fill(&chunk) {
        try chunk.forEachRecord { slice in
          let place = SourceLocation.record(
            file: path, record: texts.count + 1, byte: chunk.offset + slice.range.lowerBound)
          guard slice.problem == nil else { throw Self.fault("the row is cut short", place) }
          do throws(JSONError) {
            try parser.withValue(in: chunk.bytes, slice.range) { row throws(JSONError) in
              texts.append(try Self.text(of: row, number: texts.count + 1, questions))
              hasSingleLabels = hasSingleLabels || row["label"] != nil
            }
          } catch {
            throw Self.fault(error.words, place)
          }
        }
      }
    } catch let error as ReadError {
      throw Self.fault("the corpus cannot be read: \(error.reason)", .file(path))
    } catch let list as DiagnosticList {
      throw list
    } catch {
      throw Self.fault("the corpus cannot be read: \(error)", .file(path))
    }
    guard hasSingleLabels else { return texts }
    let denied = Expectation.denied(beside: texts.lazy.map(\.expectation))
    for place in texts.indices where texts[place].expectation.isClean {
      texts[place].expectation.denied = denied
    }
    return texts
  }

  private static func fault(_ message: String, _ place: SourceLocation) -> DiagnosticList {
    DiagnosticList([
      Diagnostic(
        .error, "R100", message, at: place,
        help: "write one JSON object a line, such as {\"text\":\"…\",\"labels\":[\"racism\"]}")
    ])
  }

  private static func text(
    of row: JSONValue, number: Int, _ questions: [Question]
  ) throws(JSONError) -> LabelledText {
    var members = MemberCursor(row)
    let id = members.string("id")?.kept ?? String(number)
    guard let text = members.string("text")?.kept else {
      throw .unusable("the row has no `text`")
    }
    let hateful = members.next("hateful")?.bool
    let spans = members.next("spans")
    return LabelledText(
      id: id, text: text, language: LanguageCode(members.string("lang")?.kept ?? ""),
      expectation: expectation(of: row), isPositive: hateful ?? members.next("positive")?.bool,
      asksForHate: hateful != nil, functionality: members.string("functionality")?.kept,
      target: members.string("target")?.kept, dialect: members.next("p_aae")?.number,
      span: spans.map { Set($0.elements.compactMap { $0.integer.map(Int.init) }) },
      allowed: Set(row.elements(of: "may").compactMap { $0.string.map { CategoryID($0.kept) } }),
      answers: questions.map { $0.answer(row) })
  }

  private static func expectation(of row: JSONValue) -> Expectation {
    if row["unlabelled"]?.isTrue == true { return .unlabelled }
    let hasLabel = row["label"] != nil
    if let labels = row["labels"], labels.isArray, !hasLabel || labels.elements.first != nil {
      return Expectation(labels: labels.elements.compactMap { $0.string?.kept })
    }
    return row["label"]?.string.map { Expectation(labels: [$0.kept]) } ?? .unlabelled
  }
}

extension JSONError {
  /// The reason in words.
  var words: String {
    switch self {
    case .malformed(let reason): "not valid JSON: \(reason)"
    case .unusable(let reason): reason
    }
  }
}
