/// Finds where JSON values begin and end, without parsing them, across chunks.
///
/// Values at top level follow one another with anything blank between; a top-level array is
/// opened and its elements count as values, so that an array of any length streams.
struct ValueScanner {
  private enum State {
    case between
    case ended
    case scalar
    case container
    case string
  }

  private var state = State.between
  private var depth = 0
  private var isEscaped = false
  private var isInsideString = false
  private var isInsideArray = false
  /// What follows the end of a top-level array is none of the values.
  var endsWithArray = false
  /// Where the value that is being scanned started, in the caller's current coordinates.
  private(set) var valueStart = 0

  /// Whether a value has begun and not ended.
  var isInsideValue: Bool { state != .between && state != .ended }

  /// Whether a top-level array has begun and not ended.
  var isInsideTopArray: Bool { isInsideArray }

  /// Tells the scanner that the buffer's contents moved down by so many bytes.
  mutating func rebase(by distance: Int) {
    valueStart -= distance
  }

  /// Scans `bytes[range]`, which follows what was scanned before, and appends the values that end.
  mutating func scan(_ bytes: [UInt8], _ range: Range<Int>, into slices: inout [RecordSlice]) {
    var index = range.lowerBound
    let end = range.upperBound
    while index < end {
      switch state {
      case .between:
        index = scanBetween(bytes, index)
      case .ended:
        return
      case .scalar:
        index = scanScalar(bytes, index, end, &slices)
      case .container, .string:
        index = scanNested(bytes, index, end, &slices)
      }
    }
  }

  /// Ends the input: a number or word at its very end is complete.
  mutating func finish(at end: Int, into slices: inout [RecordSlice]) {
    if state == .scalar {
      slices.append(RecordSlice(range: valueStart..<end))
      state = .between
    }
  }

  private mutating func scanBetween(_ bytes: [UInt8], _ index: Int) -> Int {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ";"):
      break
    case UInt8(ascii: "[") where !isInsideArray:
      isInsideArray = true
    case UInt8(ascii: "]") where isInsideArray:
      isInsideArray = false
      if endsWithArray { state = .ended }
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      begin(.container, index)
      depth = 1
    case UInt8(ascii: "\""):
      begin(.string, index)
      isInsideString = true
    default:
      begin(.scalar, index)
    }
    return index + 1
  }

  private mutating func begin(_ state: State, _ index: Int) {
    self.state = state
    valueStart = index
    isEscaped = false
    isInsideString = false
  }

  private mutating func scanScalar(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ slices: inout [RecordSlice]
  ) -> Int {
    var index = start
    while index < end {
      switch bytes[index] {
      case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "]"),
        UInt8(ascii: "["), UInt8(ascii: "{"):
        slices.append(RecordSlice(range: valueStart..<index))
        state = .between
        return index
      default:
        index += 1
      }
    }
    return index
  }

  private mutating func scanNested(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ slices: inout [RecordSlice]
  ) -> Int {
    var index = start
    while index < end {
      if isInsideString {
        index = skipString(bytes, index, end)
        if state == .string, !isInsideString { return close(at: index, &slices) }
        continue
      }
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        isInsideString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0 { return close(at: index, &slices) }
      default:
        break
      }
    }
    return index
  }

  /// Skips to behind the quote that ends the string, or to the end of what was read.
  ///
  /// A quote is escaped when an odd number of backslashes stands before it.
  private mutating func skipString(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    let quote = ByteSearch.firstIndex(of: UInt8(ascii: "\""), in: bytes, from: start, to: end)
    var first = quote
    while first > start, bytes[first - 1] == UInt8(ascii: "\\") { first -= 1 }
    var isOdd = (quote - first) % 2 == 1
    if first == start, isEscaped { isOdd.toggle() }
    isEscaped = quote == end && isOdd
    guard quote < end else { return end }
    isInsideString = isOdd
    return quote + 1
  }

  private mutating func close(at index: Int, _ slices: inout [RecordSlice]) -> Int {
    slices.append(RecordSlice(range: valueStart..<index))
    state = .between
    return index
  }
}
