/// Where a byte of a reading comes from: offsets in the field.
struct Origin: Equatable {
  var start: UInt32
  var end: UInt32
}

/// A reading under construction: its bytes and, when a match has to be mapped back, their origins.
struct ReadingBuffer {
  var bytes: [UInt8] = []
  var origins: [Origin] = []
  /// Whether origins are recorded: only then has `origins` an element for every byte.
  var recordsOrigins = false

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    origins.removeAll(keepingCapacity: true)
  }

  /// Appends a byte that stands for `source` of the field.
  @inline(__always)
  mutating func append(_ byte: UInt8, from source: Range<Int>) {
    bytes.append(byte)
    if recordsOrigins { record(source) }
  }

  /// Appends bytes of the field as they are; `scalar` says that they are one scalar.
  @inline(__always)
  mutating func copy(_ source: Range<Int>, of field: Span<UInt8>, asScalar scalar: Bool) {
    for index in source { bytes.append(field[index]) }
    guard recordsOrigins else { return }
    for index in source { record(scalar ? source : index..<index + 1) }
  }

  private mutating func record(_ source: Range<Int>) {
    origins.append(Origin(start: UInt32(source.lowerBound), end: UInt32(source.upperBound)))
  }

  /// Moves the byte at `index` to `target`, an earlier or the same place.
  @inline(__always)
  mutating func move(_ index: Int, to target: Int) {
    bytes[target] = bytes[index]
    if recordsOrigins { origins[target] = origins[index] }
  }

  /// Lets the byte at `target` stand for the byte at `index` too.
  @inline(__always)
  mutating func extend(_ target: Int, over index: Int) {
    if recordsOrigins { origins[target].end = origins[index].end }
  }

  /// Shortens the reading to its first `count` bytes.
  mutating func truncate(to count: Int) {
    bytes.removeLast(bytes.count - count)
    if recordsOrigins { origins.removeLast(origins.count - count) }
  }
}

extension ReadingBuffer {
  /// What the bytes `match` of the reading stand for, as offsets in a field of `fieldCount` bytes.
  func origin(of match: Range<Int>, fieldCount: Int) -> Range<Int>? {
    guard match.lowerBound >= 0, match.upperBound <= origins.count else { return nil }
    guard let last = match.last else {
      let start =
        match.lowerBound < origins.count
        ? Int(origins[match.lowerBound].start) : fieldCount
      return start..<start
    }
    return Int(origins[match.lowerBound].start)..<Int(origins[last].end)
  }
}
