package import TimelineModel

/// The folded readings of a batch's fields, in an arena of their own.
package struct FoldedFields: Sendable {
  /// The readings' text: valid UTF-8 without NUL in the readings, kept apart by NULs.
  package var text: [UInt8] = []
  /// The readings, by field; fields that fold to themselves have none.
  package var readings: [FieldReading] = []

  /// Makes an empty arena.
  package init() {}

  /// Empties the arena and keeps its memory.
  package mutating func removeAll() {
    text.removeAll(keepingCapacity: true)
    readings.removeAll(keepingCapacity: true)
  }
}

/// One folded reading of one field.
package struct FieldReading: Sendable {
  /// Where it stands in `FoldedFields.text`.
  package var range: ByteRange
  /// The index of the field in the batch.
  package var field: UInt32
  /// Whether it stands for the text as written, so that folded rules need not read that too.
  package var replacesPlain: Bool

  /// Describes a reading.
  package init(range: ByteRange, field: Int, replacesPlain: Bool) {
    self.range = range
    self.field = UInt32(field)
    self.replacesPlain = replacesPlain
  }
}
