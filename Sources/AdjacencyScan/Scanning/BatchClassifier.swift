import PatternEngine
import RulePacks
import TextFolding
import TimelineModel

/// Folds the texts of a batch and runs the rules over them; one per worker.
struct BatchClassifier: ~Copyable {
  let rules: CompiledRules
  private var folder = Folder()
  private var matcher: RuleMatcher
  private var folded = FoldedFields()
  private var readings: [FoldedReading] = []
  /// What the rules found in the batch classified last.
  private(set) var results = BatchMatches()

  init(_ rules: CompiledRules) throws(PrefilterError) {
    self.rules = rules
    matcher = try RuleMatcher(rules)
  }

  /// Finds what the rules say about every content of a batch.
  mutating func classify(_ batch: PostBatch) throws(PrefilterError) {
    folded.removeAll()
    for (index, field) in batch.fields.enumerated() {
      readings.removeAll(keepingCapacity: true)
      folder.fold(
        batch.text.span, range: field.range.indices, into: &folded.text, readings: &readings)
      for reading in readings {
        folded.readings.append(
          FieldReading(
            range: ByteRange(start: reading.range.lowerBound, end: reading.range.upperBound),
            field: index, replacesPlain: reading.kind == .base))
      }
    }
    try matcher.match(batch, folded, into: &results)
  }

  /// Everything that a match's rule covers in the match's field, in order; all of the field where that
  /// cannot be told.
  mutating func spans(of match: RuleMatch, in batch: PostBatch) -> [Range<Int>] {
    guard case .field(let index, _, _) = match.place else { return [] }
    let field = batch.fields[index]
    guard let places = matcher.matches(of: match.rule, inField: index, batch, folded) else {
      return [0..<field.range.count]
    }
    let spans = Set(
      places.map { span($0.span, inReading: $0.reading, of: field, in: batch) })
    return spans.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// The part of a field that a match covers: bytes from the field's start, on grapheme cluster
  /// boundaries.
  mutating func span(
    _ span: Range<Int>, inReading reading: Int?, of field: BatchField, in batch: PostBatch
  ) -> Range<Int> {
    let range = field.range.indices
    guard let reading else {
      return GraphemeBounds.rounding(span, outwardIn: batch.text.span.extracting(range))
    }
    guard
      let original = folder.originalRange(
        of: span, inReading: reading, ofField: batch.text.span, range: range)
    else {
      preconditionFailure("BUG: a reading that the fold did not give")
    }
    return original
  }
}
