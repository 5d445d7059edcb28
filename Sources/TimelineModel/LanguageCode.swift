/// A language as platforms state it, reduced to its primary subtag of two or three letters.
public struct LanguageCode: Hashable, Sendable {
  /// Up to three lower-case ASCII letters, the first in the lowest byte; zero when unknown.
  @usableFromInline package let packed: UInt32

  /// No language, or one that says nothing: `und`, `zxx`, X's `qme`, `qst`, `qht`, `art` and so on.
  public static let unknown: LanguageCode = .init(packed: 0)

  @usableFromInline package init(packed: UInt32) {
    self.packed = packed
  }

  /// Reads the primary subtag of a BCP 47 tag; codes that name no language become `unknown`.
  public init(_ tag: String) {
    self.init(utf8: tag.utf8)
  }

  /// Reads the primary subtag of a tag in ASCII bytes.
  package init(utf8 tag: some Sequence<UInt8>) {
    var packed: UInt32 = 0
    var count: UInt32 = 0
    for byte in tag {
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") { break }
      let lower = byte | 0x20
      guard count < 3, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) else {
        self = .unknown
        return
      }
      packed |= UInt32(lower) << (8 * count)
      count += 1
    }
    let code = LanguageCode(packed: packed)
    self = count < 2 || Self.nameless.contains(code) ? .unknown : (Self.renamed[code] ?? code)
  }

  private init(literal: StaticString) {
    var packed: UInt32 = 0
    literal.withUTF8Buffer { bytes in
      for (offset, byte) in bytes.enumerated() {
        packed |= UInt32(byte) << (8 * UInt32(offset))
      }
    }
    self.packed = packed
  }

  /// Codes that say "no language could be told".
  private static let nameless: Set<LanguageCode> = Set(
    (["und", "zxx", "mul", "mis", "qme", "qst", "qht", "qam", "qct", "art"] as [StaticString]).map {
      LanguageCode(literal: $0)
    })

  /// Withdrawn codes that X still sends.
  private static let renamed: [LanguageCode: LanguageCode] = [
    LanguageCode(literal: "in"): LanguageCode(literal: "id"),
    LanguageCode(literal: "iw"): LanguageCode(literal: "he"),
  ]
}

extension LanguageCode: CustomStringConvertible {
  /// The code's letters, or `und`.
  public var description: String {
    guard packed != 0 else { return "und" }
    var text = ""
    for shift in [0, 8, 16] as [UInt32] {
      let byte = UInt8(truncatingIfNeeded: packed >> shift)
      if byte != 0 {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    return text
  }
}
