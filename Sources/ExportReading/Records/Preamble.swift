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

  /// Whether each line is a record: the first value is an object that ends where its line ends.
  ///
  /// A first object longer than what was read counts as a line when it has no line break so far.
  static func isLines(_ bytes: [UInt8], _ count: Int) -> Bool {
    let body = ByteSearch.trimmed(bytes, 0..<count)
    guard !body.isEmpty, bytes[body.lowerBound] == UInt8(ascii: "{") else { return false }
    let lineEnd = ByteSearch.firstIndex(
      of: ByteSearch.newline, in: bytes, from: body.lowerBound, to: count)
    let line = ByteSearch.trimmed(bytes, body.lowerBound..<lineEnd)
    var scanner = ValueScanner()
    var slices: [RecordSlice] = []
    scanner.scan(bytes, line, into: &slices)
    if lineEnd == count {
      return slices.isEmpty || slices.count == 1 && !scanner.isInsideValue
    }
    return slices.count == 1 && !scanner.isInsideValue
  }
}
