internal import TextFolding
internal import TimelineModel

/// Texts of an author laid out as a batch: one content, one field a text.
struct ExampleBatch: ~Copyable {
  private var folder = Folder()
  private var readings: [FoldedReading] = []
  private(set) var batch = PostBatch()
  private(set) var folded = FoldedFields()

  /// Appends a text as a content that the rule would read.
  mutating func append(_ text: String, for rule: Rule) {
    var content = BatchContent(
      role: .own, platform: Platform(rawValue: "example"), firstField: batch.fields.count,
      firstLabel: batch.labels.count)
    content.language = rule.languages?.first ?? .unknown
    let index = batch.contents.count
    if case .labels = rule.evidence {
      let start = batch.names.count
      batch.names += text.utf8
      batch.labels.append(
        BatchLabel(range: ByteRange(start: start, end: batch.names.count), content: index))
    } else {
      let kinds = FieldKind.allCases.filter { rule.fields.contains(FieldSet($0)) }
      let start = batch.text.count
      batch.text += text.utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
      batch.fields.append(
        BatchField(
          range: ByteRange(start: start, end: batch.text.count), content: index,
          kind: kinds.first ?? .text))
      batch.text.append(0)
      fold()
    }
    content.fields = content.fields.lowerBound..<batch.fields.count
    content.labels = content.labels.lowerBound..<batch.labels.count
    batch.contents.append(content)
  }

  /// Appends the readings of the last field.
  private mutating func fold() {
    guard let field = batch.fields.last else { return }
    readings.removeAll()
    let text = batch.text
    folder.fold(
      text.span, range: field.range.indices, into: &folded.text, readings: &readings)
    for reading in readings {
      folded.readings.append(
        FieldReading(
          range: ByteRange(start: reading.range.lowerBound, end: reading.range.upperBound),
          field: batch.fields.count - 1, replacesPlain: true))
    }
  }

  /// The bytes of a text that a match in one of its readings came from.
  mutating func originalSpan(of place: RuleMatch.Place) -> Range<Int>? {
    guard case .field(let field, let reading, let span) = place else { return nil }
    guard let reading else { return span }
    let text = batch.text
    return folder.originalRange(
      of: span, inReading: reading, ofField: text.span,
      range: batch.fields[field].range.indices)
  }
}
