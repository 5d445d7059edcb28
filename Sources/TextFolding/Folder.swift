internal import CTextFolding

/// Folds fields into readings: one per worker, as it reuses its buffers.
///
/// Readings are for matching alone: they are lower-case where Unicode has cases, valid UTF-8 when the
/// field is, and hold no NUL. Folding a base reading gives it again. Cost: docs/folding.md.
package struct Folder: ~Copyable {
  private var base = ReadingBuffer()
  private var undone = ReadingBuffer()

  package init() {}

  /// Appends the readings of the field `bytes[range]`, each behind a NUL, to `output`, and where
  /// they are to `readings`; nothing when the field folds to itself up to ASCII case.
  ///
  /// The field is valid UTF-8. When there are readings, the first is the base.
  package mutating func fold(
    _ bytes: Span<UInt8>, range: Range<Int>, into output: inout [UInt8],
    readings: inout [FoldedReading]
  ) {
    let field = bytes.extracting(range)
    guard Undoing.occurs(in: field, passingForeign: false) else { return }
    base.recordsOrigins = false
    eachReading(of: field) { reading, kind in
      output.append(0)
      let start = output.count
      Self.appendLowered(reading.bytes.span, to: &output)
      readings.append(FoldedReading(range: start..<output.count, kind: kind))
      return true
    }
  }

  /// The bytes of the field `bytes[range]` that a match in one of its readings stands for.
  ///
  /// `match` counts from the start of the reading, `reading` from the field's first; the result
  /// counts from the start of the field, begins and ends between grapheme clusters, and is nil when
  /// there is no such reading or place. Slow: folds the field again.
  package mutating func originalRange(
    of match: Range<Int>, inReading reading: Int, ofField bytes: Span<UInt8>, range: Range<Int>
  ) -> Range<Int>? {
    let field = bytes.extracting(range)
    var number = 0
    var span: Range<Int>?
    base.recordsOrigins = true
    eachReading(of: field) { found, _ in
      defer { number += 1 }
      guard number == reading else { return true }
      span = found.origin(of: match, fieldCount: field.count)
      return false
    }
    return span.map { GraphemeBounds.rounding($0, outwardIn: field) }
  }

  /// Calls `body` with each reading, letter case as in the field, until it returns false.
  private mutating func eachReading(
    of field: Span<UInt8>, _ body: (borrowing ReadingBuffer, FoldedReading.Kind) -> Bool
  ) {
    base.removeAll()
    let differs = BaseReading.fold(field, into: &base)
    let isEvasive = Undoing.occurs(in: base.bytes.span, passingForeign: true)
    guard differs || isEvasive else { return }
    guard body(base, .base), isEvasive else { return }
    let first = undo(Undoing.Choice())
    guard body(undone, .undone) else { return }
    if first.hasSecondLetter {
      _ = undo(Undoing.Choice(secondLetter: true))
      guard body(undone, .undone) else { return }
    }
    if first.hasSecondShape {
      _ = undo(Undoing.Choice(secondShape: true))
      guard body(undone, .undone) else { return }
    }
    if first.hasSecondLetter, first.hasSecondShape {
      _ = undo(Undoing.Choice(secondLetter: true, secondShape: true))
      _ = body(undone, .undone)
    }
  }

  private mutating func undo(_ choice: Undoing.Choice) -> Undoing.Outcome {
    undone.removeAll()
    undone.recordsOrigins = base.recordsOrigins
    undone.bytes.append(contentsOf: base.bytes)
    undone.origins.append(contentsOf: base.origins)
    return Undoing.undo(in: &undone, choice)
  }

  private static func appendLowered(_ text: Span<UInt8>, to output: inout [UInt8]) {
    for index in 0..<text.count { output.append(lowered(text[index])) }
  }
}
