import PatternEngine
import RulePacks
import TextFolding
import TimelineModel

/// A batch built by hand, and what the rules say about it in words.
struct Screening {
  var batch = PostBatch()
  var folded = FoldedFields()

  /// One content: its fields, language and labels.
  struct Content {
    var fields: [(kind: FieldKind, text: String)]
    var language: LanguageCode = .unknown
    var labels: [String] = []

    init(_ text: String, language: String = "und", labels: [String] = []) {
      self.init([(.text, text)], language: language, labels: labels)
    }

    init(
      _ fields: [(kind: FieldKind, text: String)], language: String = "und", labels: [String] = []
    ) {
      self.fields = fields
      self.language = LanguageCode(language)
      self.labels = labels
    }
  }

  init(_ contents: [Content]) {
    var folder = Folder()
    for (index, content) in contents.enumerated() {
      var added = BatchContent(
        role: .own, platform: .mastodon, firstField: batch.fields.count,
        firstLabel: batch.labels.count)
      added.language = content.language
      for field in content.fields {
        let start = batch.text.count
        batch.text += field.text.utf8
        batch.fields.append(
          BatchField(
            range: ByteRange(start: start, end: batch.text.count), content: index,
            kind: field.kind))
        batch.text.append(0)
      }
      for label in content.labels {
        let start = batch.names.count
        batch.names += label.utf8
        batch.labels.append(
          BatchLabel(range: ByteRange(start: start, end: batch.names.count), content: index))
      }
      added.fields = added.fields.lowerBound..<batch.fields.count
      added.labels = added.labels.lowerBound..<batch.labels.count
      batch.contents.append(added)
    }
    let text = batch.text
    for (index, field) in batch.fields.enumerated() {
      var readings: [FoldedReading] = []
      folder.fold(
        text.span, range: field.range.indices, into: &folded.text, readings: &readings)
      folded.readings += readings.map {
        FieldReading(
          range: ByteRange(start: $0.range.lowerBound, end: $0.range.upperBound), field: index,
          replacesPlain: $0.kind == .base)
      }
    }
  }

  /// Everything found, one line each: `content rule tier place`, and what became of it.
  func lines(
    _ rules: CompiledRules, limits: MatchLimits = .standard, asForFewTexts: Bool = false
  ) throws -> [String] {
    var matcher = try RuleMatcher(rules, limits: limits, forFewTexts: asForFewTexts)
    var results = BatchMatches()
    try matcher.match(batch, folded, into: &results)
    return results.matches.map { line($0, results, rules) }
      + results.undecided.map {
        "\($0.content) \(rules.rules[$0.rule].id) undecided by \(rules.rules[$0.cause].id)"
      }
  }

  private func line(_ match: RuleMatch, _ results: BatchMatches, _ rules: CompiledRules) -> String {
    var words = ["\(match.content)", rules.rules[match.rule].id, match.tier?.rawValue ?? "none"]
    switch match.place {
    case .field(let field, let reading, let span):
      let range = batch.fields[field].range
      let reading = reading.map { reading in
        folded.readings.filter { $0.field == UInt32(field) }[reading].range
      }
      let bytes = reading == nil ? batch.text : folded.text
      let text = bytes[(reading ?? range).indices].dropFirst(span.lowerBound).prefix(span.count)
      words.append(batch.fields[field].kind.name)
      words.append("«\(String(decoding: text, as: UTF8.self))»")
    case .label(let label):
      words.append("label «\(batch.name(batch.labels[label].range) ?? "")»")
    case .content: words.append("content")
    }
    if let dropper = match.droppedBy { words.append("dropped by \(rules.rules[dropper].id)") }
    let lowered = results.loweredBy(match, in: rules).map { rules.rules[$0].id }
    if !lowered.isEmpty { words.append("lowered by \(lowered.joined(separator: ", "))") }
    if match.needsReview { words.append("needs review") }
    return words.joined(separator: " ")
  }
}

/// Compiles the rules of one pack, written without its head.
func compiled(
  _ rules: String, words: String = "{}", options: CompiledRules.Options = .init()
) throws -> CompiledRules {
  let pack = """
    pack: t
    version: 1.0.0
    language: en
    summary: test
    words: \(words)
    rules:

    """
  return try CompiledRules(PackFixtures.library(pack + rules), options: options)
}
