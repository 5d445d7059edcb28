internal import CTextFolding

/// Folds fields into readings: one per worker, as it reuses its buffers.
///
/// Readings are for matching alone: they are lower-case where Unicode has cases, valid UTF-8 when the
/// field is, and hold no NUL. Folding a base reading gives it again. Cost: docs/folding.md.
package struct Folder: ~Copyable {
  private var base = ReadingBuffer()
  private var undone = ReadingBuffer()
  /// The words of the base that hold something to undo, and one of them while it is undone.
  private var evasiveWords: [Range<Int>] = []
  private var words = ReadingBuffer()

  package init() {}

  /// Appends the readings of the field `bytes[range]`, each behind a NUL, to `output`, and where
  /// they are to `readings`; nothing when the field folds to itself up to ASCII case.
  ///
  /// The field is valid UTF-8. When there are readings, the first is the base.
  package mutating func fold(
    _ bytes: Span<UInt8>, range: Range<Int>, into output: inout [UInt8],
    readings: inout [FoldedReading]
  ) {
    eachReading(of: bytes.extracting(range), recordingOrigins: false) { reading, kind in
      output.append(0)
      let start = output.count
      Self.appendLowered(reading.bytes.span, to: &output)
      readings.append(FoldedReading(range: start..<output.count, kind: kind))
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
    eachReading(of: field, recordingOrigins: true) { found, _ in
      if number == reading { span = found.origin(of: match, fieldCount: field.count) }
      number += 1
    }
    return span.map { GraphemeBounds.rounding($0, outwardIn: field) }
  }

  /// Calls `body` with each reading, ASCII letter case as in the field.
  private mutating func eachReading(
    of field: Span<UInt8>, recordingOrigins: Bool,
    _ body: (borrowing ReadingBuffer, FoldedReading.Kind) -> Void
  ) {
    if EvasiveWords.find(in: field, into: &evasiveWords, passingForeign: false) {
      if evasiveWords.isEmpty { return }
    } else if Glance.finishes(field) || !BaseReading.differs(from: field) {
      _ = EvasiveWords.find(in: field, into: &evasiveWords, passingForeign: true)
      if evasiveWords.isEmpty { return }
    }
    base.recordsOrigins = recordingOrigins
    BaseReading.fold(field, into: &base)
    body(base, .base)
    EvasiveWords.find(in: base, into: &evasiveWords)
    if evasiveWords.isEmpty { return }
    let other = undo(Undoing.Choice())
    body(undone, .undone)
    for letter in [false, true] where !letter || other.secondLetter {
      for shape in [false, true] where (!shape || other.secondShape) && (letter || shape) {
        _ = undo(Undoing.Choice(secondLetter: letter, secondShape: shape))
        body(undone, .undone)
      }
    }
  }

  /// Makes `undone` of the base and returns the choices that would have led to something else.
  private mutating func undo(_ choice: Undoing.Choice) -> Undoing.Choice {
    undone.removeAll()
    undone.recordsOrigins = base.recordsOrigins
    words.recordsOrigins = base.recordsOrigins
    var other = Undoing.Choice()
    var start = 0
    for range in evasiveWords {
      undone.append(start..<range.lowerBound, of: base)
      words.removeAll()
      words.append(range, of: base)
      let found = Undoing.undo(in: &words, choice)
      other.secondLetter = other.secondLetter || found.secondLetter
      other.secondShape = other.secondShape || found.secondShape
      undone.append(0..<words.bytes.count, of: words)
      start = range.upperBound
    }
    undone.append(start..<base.bytes.count, of: base)
    return other
  }

  private static func appendLowered(_ text: Span<UInt8>, to output: inout [UInt8]) {
    output.append(addingCapacity: text.count) { target in
      // SAFETY: the target has room for as many bytes as the text has, and all are written.
      unsafe target.withUnsafeMutableBufferPointer { buffer, count in
        unsafe text.withUnsafeBufferPointer { bytes in
          guard let from = bytes.baseAddress, let to = buffer.baseAddress else { return }
          unsafe alongside_lower_ascii(to, from, bytes.count)
          count = bytes.count
        }
      }
    }
  }
}
