/// A run of text that a part of a pattern matches; it can be empty, and then says nothing.
struct Run: Hashable {
  /// UTF-8 without 0x00; ASCII letters are lower case where `isCaseless`.
  private(set) var bytes: [UInt8]
  /// Whether the case of ASCII letters is ignored; it is for the whole run or not at all.
  private(set) var isCaseless: Bool

  static let empty = Run(bytes: [], isCaseless: false)

  init(_ scalar: Unicode.Scalar, caseless: Bool = false) {
    bytes = Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    isCaseless = caseless && scalar.isASCIILetter
    if isCaseless { bytes[0] |= 0x20 }
  }

  private init(bytes: [UInt8], isCaseless: Bool) {
    self.bytes = bytes
    self.isCaseless = isCaseless
  }

  var isEmpty: Bool { bytes.isEmpty }

  /// Appends `next`; a run of which a part ignores case ignores it throughout, which finds more.
  mutating func append(_ next: Run) {
    bytes.append(contentsOf: next.bytes)
    guard isCaseless || next.isCaseless else { return }
    if !(isCaseless && next.isCaseless) {
      for place in bytes.indices where (0x41...0x5A).contains(bytes[place]) { bytes[place] |= 0x20 }
    }
    isCaseless = true
  }

  func appending(_ next: Run) -> Run {
    var result = self
    result.append(next)
    return result
  }
}

extension Unicode.Scalar {
  var isASCIILetter: Bool {
    (0x41...0x5A).contains(value & ~0x20) && value < 0x80
  }
}
