/// What stands around a scalar that is being folded.
enum Lookahead {
  /// Where the word that `index` is in starts, behind a space of any kind.
  static func startOfWord(before index: Int, in field: Span<UInt8>) -> Int {
    var start = index
    while start > 0, !isSpace(field[start - 1]) {
      var previous = start - 1
      while previous > 0, field[previous] & 0xC0 == 0x80 { previous -= 1 }
      if field[previous] >= 0x80, FoldEntry(of: scalar(in: field, at: previous).value).isSpace {
        break
      }
      start = previous
    }
    return start
  }

  /// Whether a letter follows, invisible characters left aside.
  static func nextIsLetter(from start: Int, of field: Span<UInt8>) -> Bool {
    let index = skipping(from: start, of: field, while: \.isInvisible)
    guard index < field.count else { return false }
    if field[index] < 0x80 { return isLetter(field[index]) }
    let entry = FoldEntry(of: scalar(in: field, at: index).value)
    return entry.isLetter || entry.kind == .regional && regionals(from: index, of: field).count != 2
  }

  /// How many regional indicators stand in a row from `start` on, and where they end.
  static func regionals(from start: Int, of field: Span<UInt8>) -> (count: Int, end: Int) {
    var count = 0
    let end = skipping(from: start, of: field) { entry in
      if entry.kind == .regional { count += 1 }
      return entry.kind == .regional || entry.isInvisible
    }
    return (count, end)
  }

  /// The end of the control characters and scalars outside ASCII that satisfy `condition`.
  @inline(__always)
  private static func skipping(
    from start: Int, of field: Span<UInt8>, while condition: (FoldEntry) -> Bool
  ) -> Int {
    var index = start
    while index < field.count {
      if isControl(field[index]) {
        index += 1
        continue
      }
      guard field[index] >= 0x80 else { break }
      let (value, length) = scalar(in: field, at: index)
      guard condition(FoldEntry(of: value)) else { break }
      index += length
    }
    return index
  }
}
