/// A run of bytes to look for, exactly or with the case of its ASCII letters ignored.
///
/// It holds at least one byte and never 0x00, the byte that keeps texts apart in an arena.
package struct Literal: Hashable, Sendable {
  /// The bytes; ASCII letters are lower case where `isCaseless`.
  package let bytes: [UInt8]
  /// Whether the case of ASCII letters is ignored; all other bytes are compared as they are.
  package let isCaseless: Bool

  package init(_ bytes: some Sequence<UInt8>, caseless: Bool = false) {
    self.bytes = caseless ? bytes.map(asciiLowercase) : Array(bytes)
    isCaseless = caseless && self.bytes.contains { (0x61...0x7A).contains($0) }
    precondition(!self.bytes.isEmpty, "a literal of no bytes is found everywhere")
    precondition(!self.bytes.contains(0), "a literal cannot hold the byte that keeps texts apart")
  }

  package init(_ text: String, caseless: Bool = false) {
    self.init(text.utf8, caseless: caseless)
  }
}

extension Literal: Comparable {
  package static func < (left: Literal, right: Literal) -> Bool {
    if left.bytes != right.bytes { return left.bytes.lexicographicallyPrecedes(right.bytes) }
    return !left.isCaseless && right.isCaseless
  }
}

private func asciiLowercase(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
