internal import TimelineModel

extension TextBatch {
  /// Appends an example as a content that its rule would read.
  mutating func append(_ text: String, for rule: Rule) {
    let language = rule.languages?.first ?? .unknown
    if case .labels = rule.evidence { return append(label: text, language: language) }
    let kind = FieldKind.allCases.first { rule.fields.contains(FieldSet($0)) }
    append(text, language: language, as: kind ?? .text)
  }
}
