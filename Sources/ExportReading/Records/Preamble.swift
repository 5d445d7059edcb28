/// What may stand before the first record, and what the first record tells of the layout.
enum Preamble {
  private static let guards: [[UInt8]] = ["for (;;);", "while(1);", ")]}'"].map { Array($0.utf8) }

  /// How many bytes to drop: a byte order mark, or a guard against running JSON as a script.
  static func length(in bytes: [UInt8], _ count: Int) -> Int {
    var start = 0
    if bytes[0..<count].starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    for guarded in guards where bytes[start..<count].starts(with: guarded) {
      return start + guarded.count
    }
    return start
  }

  /// Whether enough was read to tell: the first line that is not blank, or a first value that is
  /// no object.
  static func isDecided(_ bytes: [UInt8], _ count: Int) -> Bool {
    guard count > 16 else { return false }
    let start = length(in: bytes, count)
    let body = ByteSearch.trimmed(bytes, start..<count)
    guard !body.isEmpty else { return false }
    guard bytes[body.lowerBound] == UInt8(ascii: "{") else { return true }
    switch BrowserCaptureStart.find(in: bytes, from: start, count) {
    case .none: break
    case .undecided: return false
    case .entries: return true
    }
    let newline = ByteSearch.newline
    return ByteSearch.firstIndex(of: newline, in: bytes, from: body.lowerBound, to: count) < count
  }

  /// Whether each line is a record: the first line that is not blank is one object.
  ///
  /// An object too long to see its end counts as a line when it has no line break so far.
  static func isLines(_ bytes: [UInt8], _ count: Int) -> Bool {
    let body = ByteSearch.trimmed(bytes, 0..<count)
    guard !body.isEmpty, bytes[body.lowerBound] == UInt8(ascii: "{") else { return false }
    let lineEnd = ByteSearch.firstIndex(
      of: ByteSearch.newline, in: bytes, from: body.lowerBound, to: count)
    let line = ByteSearch.trimmed(bytes, body.lowerBound..<lineEnd)
    var scanner = ValueScanner()
    var slices: [RecordSlice] = []
    scanner.scan(bytes, line, into: &slices)
    return slices == [RecordSlice(range: line)] || slices.isEmpty && lineEnd == count
  }
}
