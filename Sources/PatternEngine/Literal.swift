/// Text to look for: bytes, single characters of some kind among them, and word boundaries at its ends.
package struct Literal: Hashable, Sendable {
  /// UTF-8 with codes in between, which are bytes that UTF-8 never has; see `Code`.
  ///
  /// ASCII letters are lower case where `isCaseless`. 0x00 never occurs: it keeps texts apart.
  package let bytes: [UInt8]
  /// Whether the case of ASCII letters is ignored; all other bytes are compared as they are.
  package let isCaseless: Bool

  /// A literal of plain text.
  package init(_ text: String, caseless: Bool = false) {
    self.init(
      bytes: caseless ? text.utf8.map(asciiLowercase) : Array(text.utf8), caseless: caseless)
  }

  /// A literal of UTF-8 and codes; letters are lower case where `caseless`.
  init(bytes: [UInt8], caseless: Bool) {
    self.bytes = bytes
    isCaseless = caseless && bytes.contains(where: isASCIILowercase)
    precondition(bytes.contains { !Code.isCode($0) }, "a literal of no bytes is found everywhere")
    precondition(bytes.count <= Int(UInt16.max), "a literal is longer than any pattern")
    precondition(!bytes.contains(0), "a literal cannot hold the byte that keeps texts apart")
  }

  /// What stands among the bytes of a literal for one character of some kind, or for a boundary.
  ///
  /// Kinds speak of ASCII alone; any character beyond it may stand for each of them.
  enum Code {
    static let anyCharacter: UInt8 = 0xF8
    static let nonWord: UInt8 = 0xF9
    static let word: UInt8 = 0xFA
    static let symbol: UInt8 = 0xFB
    static let space: UInt8 = 0xFC
    static let digit: UInt8 = 0xFD
    /// At an end only: beside an ASCII word character, no other one follows beyond the end.
    static let boundary: UInt8 = 0xFE

    static func isCode(_ byte: UInt8) -> Bool { byte >= anyCharacter }
  }
}

extension Literal: Comparable {
  package static func < (left: Literal, right: Literal) -> Bool {
    if left.bytes != right.bytes { return left.bytes.lexicographicallyPrecedes(right.bytes) }
    return left.isCaseless && !right.isCaseless
  }
}

extension Literal: CustomStringConvertible {
  /// The literal in the notation of patterns, as `"\bcats\W"`, for people who write rules.
  package var description: String {
    var text = ""
    for piece in bytes.split(omittingEmptySubsequences: false, whereSeparator: Code.isCode) {
      text += String(String(decoding: piece, as: UTF8.self).debugDescription.dropFirst().dropLast())
      guard piece.endIndex < bytes.endIndex else { break }
      switch bytes[piece.endIndex] {
      case Code.nonWord: text += #"\W"#
      case Code.word: text += #"\w"#
      case Code.symbol: text += #"[^\w\s]"#
      case Code.space: text += #"\s"#
      case Code.digit: text += #"\d"#
      case Code.boundary: text += #"\b"#
      default: text += "."
      }
    }
    return "\"" + text + "\"" + (isCaseless || !hasLetters ? "" : " (case heeded)")
  }

  private var hasLetters: Bool { bytes.contains { isASCIILowercase($0 | 0x20) } }
}

func asciiLowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

func isASCIILowercase(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

/// Whether `byte` is one of `A`–`Z`, `a`–`z`, `0`–`9` and `_`, which `\w` matches in every language.
func isASCIIWord(_ byte: UInt8) -> Bool {
  isASCIILowercase(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x5F
}
