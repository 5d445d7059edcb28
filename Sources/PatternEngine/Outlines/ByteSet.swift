/// A set of bytes.
struct ByteSet: Hashable, Sendable {
  private var low: UInt128 = 0
  private var high: UInt128 = 0

  static let all = ByteSet { _ in true }
  static let none = ByteSet { _ in false }
  static let asciiWord = ByteSet(isASCIIWord)
  /// The bytes that continue a character in UTF-8.
  static let continuation = ByteSet { $0 & 0xC0 == 0x80 }

  init(_ isMember: (UInt8) -> Bool) {
    for byte in 0...UInt8.max where isMember(byte) { insert(byte) }
  }

  /// One byte, or a letter of ASCII in either case.
  init(_ byte: UInt8, caseless: Bool) {
    insert(byte)
    if caseless, isASCIILowercase(byte) { insert(byte & ~0x20) }
  }

  /// The first bytes of the characters that a code in a literal may stand for.
  init(firstOf code: UInt8) {
    self.init { byte in
      if byte >= 0x80 { return byte & 0xC0 != 0x80 }
      return switch code {
      case Literal.Code.nonWord: !isASCIIWord(byte)
      case Literal.Code.word: isASCIIWord(byte)
      case Literal.Code.symbol: !isASCIIWord(byte) && !Self.isSpace(byte)
      case Literal.Code.space: Self.isSpace(byte)
      case Literal.Code.digit: (0x30...0x39).contains(byte)
      default: true
      }
    }
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 0x80 { low |= 1 << UInt128(byte) } else { high |= 1 << UInt128(byte & 0x7F) }
  }

  func contains(_ byte: UInt8) -> Bool {
    (byte < 0x80 ? low : high) >> UInt128(byte & 0x7F) & 1 == 1
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}
