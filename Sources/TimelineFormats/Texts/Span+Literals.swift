extension Span<UInt8> {
  /// Whether the bytes from `start` on begin with a lower-case literal, ASCII case aside.
  func holds(_ literal: StaticString, at start: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard start + length <= count else { return false }
    // SAFETY: the literal has `length` bytes and lives as long as the program.
    let bytes = unsafe Span(_unsafeStart: literal.utf8Start, count: length)
    for offset in 0..<length {
      let byte = self[start + offset]
      let lower = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      if lower != bytes[offset] { return false }
    }
    return true
  }
}
