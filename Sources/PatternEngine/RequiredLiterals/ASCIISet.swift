/// Some of the 128 ASCII characters: what a class or an escape matches among them.
struct ASCIISet: Equatable {
  private(set) var bits: UInt128

  static let none = ASCIISet(bits: 0)
  static let all = ASCIISet(bits: .max)
  static let digit = ASCIISet { (0x30...0x39).contains($0) }
  static let word = ASCIISet(isASCIIWord)
  static let space = ASCIISet { $0 == 0x20 || (0x09...0x0D).contains($0) }
  static let nonWord = word.inverted
  static let symbol = ASCIISet(bits: nonWord.bits & space.inverted.bits)
  private static let horizontalSpace = ASCIISet { $0 == 0x20 || $0 == 0x09 }
  private static let verticalSpace = ASCIISet { (0x0A...0x0D).contains($0) }

  private init(bits: UInt128) { self.bits = bits }

  private init(_ isMember: (UInt8) -> Bool) {
    bits = (0..<128 as Range<UInt8>).reduce(0) { $0 | (isMember($1) ? 1 << UInt128($1) : 0) }
  }

  /// What `\d`, `\W` and their like match; `nil` for other escapes.
  static func ofEscape(_ letter: Unicode.Scalar) -> ASCIISet? {
    switch letter {
    case "d": digit
    case "D": digit.inverted
    case "h": horizontalSpace
    case "H": horizontalSpace.inverted
    case "s": space
    case "S": space.inverted
    case "v": verticalSpace
    case "V": verticalSpace.inverted
    case "w": word
    case "W": nonWord
    default: nil
    }
  }

  var inverted: ASCIISet { ASCIISet(bits: ~bits) }

  mutating func insert(_ byte: UInt8) {
    if byte < 0x80 { bits |= 1 << UInt128(byte) }
  }

  mutating func formUnion(_ other: ASCIISet) { bits |= other.bits }

  /// The narrowest kind of character that has all of these.
  var code: UInt8 {
    let kinds: [(ASCIISet, UInt8)] = [
      (.digit, Literal.Code.digit), (.space, Literal.Code.space), (.symbol, Literal.Code.symbol),
      (.word, Literal.Code.word), (.nonWord, Literal.Code.nonWord),
    ]
    return kinds.first { bits & ~$0.0.bits == 0 }?.1 ?? Literal.Code.anyCharacter
  }
}
