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

  /// Appends a part of `other`, which records origins if this does.
  mutating func append(_ part: Range<Int>, of other: borrowing ReadingBuffer) {
    bytes.append(contentsOf: other.bytes[part])
    if recordsOrigins { origins.append(contentsOf: other.origins[part]) }
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
