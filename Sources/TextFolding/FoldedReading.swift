/// One way of reading a field, in the buffer `Folder.fold` appends to.
package struct FoldedReading: Equatable, Sendable {
  /// What was done to the text.
  package enum Kind: Sendable {
    /// Look-alikes, styles, accents and invisible characters resolved.
    case base
    /// The base with leetspeak, spaced letters and repeats undone as well.
    case undone
  }

  /// The reading's bytes in the output.
  package var range: Range<Int>
  package var kind: Kind

  package init(range: Range<Int>, kind: Kind) {
    self.range = range
    self.kind = kind
  }
}
