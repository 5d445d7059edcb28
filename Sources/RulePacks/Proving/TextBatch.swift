internal import TextFolding
package import TimelineModel

/// Bare texts laid out as a batch for the matcher: one content, with one field or one label, a text.
package struct TextBatch: ~Copyable {
  private var folder = Folder()
  private var readings: [FoldedReading] = []
  /// The texts as the matcher reads them.
  package private(set) var batch = PostBatch()
  /// Their folded readings.
  package private(set) var folded = FoldedFields()

  /// Makes an empty batch.
  package init() {}

  /// Empties the batch and keeps its memory.
  package mutating func removeAll() {
    batch.removeAll()
    folded.removeAll()
  }

  /// Appends a text as the one field of a content of its own.
  package mutating func append(
    _ text: String, language: LanguageCode, as kind: FieldKind = .text
  ) {
    var content = emptyContent(language)
    let start = batch.text.count
    batch.text += text.utf8.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
    let field = BatchField(
      range: ByteRange(start: start, end: batch.text.count), content: batch.contents.count,
      kind: kind)
    batch.fields.append(field)
    batch.text.append(0)
    content.fields = content.fields.lowerBound..<batch.fields.count
    batch.contents.append(content)
    fold(field)
  }

  /// Appends a platform label as the one mark of a content without text.
  package mutating func append(label: String, language: LanguageCode) {
    var content = emptyContent(language)
    let start = batch.names.count
    batch.names += label.utf8
    batch.labels.append(
      BatchLabel(
        range: ByteRange(start: start, end: batch.names.count), content: batch.contents.count))
    content.labels = content.labels.lowerBound..<batch.labels.count
    batch.contents.append(content)
  }

  /// The bytes of a text that a match in one of its readings came from; nil for labels and contents.
  package mutating func originalSpan(of place: RuleMatch.Place) -> Range<Int>? {
    guard case .field(let field, let reading, let span) = place else { return nil }
    guard let reading else { return span }
    let text = batch.text
    return folder.originalRange(
      of: span, inReading: reading, ofField: text.span,
      range: batch.fields[field].range.indices)
  }

  /// The folded readings of a field, in order; none when the field folds to itself.
  package func readings(ofField field: Int) -> [String] {
    folded.readings.filter { $0.field == UInt32(field) }.map {
      String(decoding: folded.text[$0.range.indices], as: UTF8.self)
    }
  }

  private func emptyContent(_ language: LanguageCode) -> BatchContent {
    var content = BatchContent(
      role: .own, platform: Platform(rawValue: "example"), firstField: batch.fields.count,
      firstLabel: batch.labels.count)
    content.language = language
    return content
  }

  private mutating func fold(_ field: BatchField) {
    readings.removeAll(keepingCapacity: true)
    let text = batch.text
    folder.fold(
      text.span, range: field.range.indices, into: &folded.text, readings: &readings)
    for reading in readings {
      folded.readings.append(
        FieldReading(
          range: ByteRange(start: reading.range.lowerBound, end: reading.range.upperBound),
          field: batch.fields.count - 1, replacesPlain: reading.kind == .base))
    }
  }
}
