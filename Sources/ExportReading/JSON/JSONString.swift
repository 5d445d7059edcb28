/// A string of a parsed document: valid UTF-8, escapes resolved, possibly with NUL inside.
@frozen
@safe
package struct JSONString {
  // SAFETY: the bytes belong to the parser that lends the value and outlive the loan.
  @usableFromInline let start: UnsafePointer<UInt8>
  /// How many bytes there are.
  package let count: Int

  @unsafe
  @inlinable
  init(start: UnsafePointer<UInt8>, count: Int) {
    unsafe self.start = start
    self.count = count
  }

  /// Whether there are no bytes.
  @inlinable package var isEmpty: Bool { count == 0 }

  /// The bytes, for the length of a call.
  @inlinable
  package func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    // SAFETY: see `start`; the span does not leave the call.
    unsafe body(Span(_unsafeStart: start, count: count))
  }

  /// A kept copy.
  @inlinable package var kept: String {
    // SAFETY: see `start`.
    unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Appends the bytes to an arena.
  @inlinable
  package func append(to arena: inout [UInt8]) {
    // SAFETY: see `start`.
    unsafe arena.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
  }

  /// Whether a byte occurs.
  @inlinable
  package func contains(_ byte: UInt8) -> Bool {
    // SAFETY: `memchr`-like search within the bytes.
    unsafe UnsafeBufferPointer(start: start, count: count).contains(byte)
  }

  /// Whether the string is that literal.
  @inlinable
  package static func == (string: JSONString, literal: StaticString) -> Bool {
    guard string.count == literal.utf8CodeUnitCount else { return false }
    return string.starts(with: literal)
  }

  /// Whether two strings have the same bytes.
  package static func == (left: JSONString, right: JSONString) -> Bool {
    // SAFETY: see `start`.
    unsafe UnsafeBufferPointer(start: left.start, count: left.count)
      .elementsEqual(UnsafeBufferPointer(start: right.start, count: right.count))
  }

  /// Whether the string starts with that literal.
  @inlinable
  package func hasPrefix(_ literal: StaticString) -> Bool {
    count >= literal.utf8CodeUnitCount && starts(with: literal)
  }

  /// Whether the literal occurs in the string.
  package func contains(_ literal: StaticString) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard count >= length else { return false }
    for offset in 0...(count - length) {
      // SAFETY: the offset leaves at least `length` bytes.
      let rest = unsafe JSONString(start: start + offset, count: count - offset)
      if rest.starts(with: literal) {
        return true
      }
    }
    return false
  }

  /// Whether the first bytes are those of the literal; the caller has compared the lengths.
  @inlinable
  func starts(with literal: StaticString) -> Bool {
    // SAFETY: there are at least as many bytes as the literal has.
    var offset = 0
    let length = literal.utf8CodeUnitCount
    let other = unsafe literal.utf8Start
    while offset + 8 <= length {
      let left = unsafe UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self)
      let right = unsafe UnsafeRawPointer(other + offset).loadUnaligned(as: UInt64.self)
      if left != right { return false }
      offset += 8
    }
    while offset < length {
      if unsafe start[offset] != other[offset] { return false }
      offset += 1
    }
    return true
  }

  /// The string as a whole number in decimal digits, or nil.
  @inlinable package var integer: Int64? {
    guard count > 0, count <= 20 else { return nil }
    var value: Int64 = 0
    var offset = 0
    // SAFETY: offsets stay below `count`.
    let isNegative = unsafe start[0] == UInt8(ascii: "-")
    if isNegative {
      offset = 1
      guard count > 1 else { return nil }
    }
    while offset < count {
      let digit = unsafe start[offset] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(Int64(digit))
      guard !overflow, !carry else { return nil }
      value = sum
      offset += 1
    }
    return isNegative ? -value : value
  }
}
