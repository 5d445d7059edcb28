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
    self.init(utf8: Array(tag.utf8).span)
  }

  /// Reads the primary subtag of a tag in ASCII bytes.
  package init(utf8 tag: Span<UInt8>) {
    guard let packed = Self.pack(tag), !Self.nameless.contains(packed) else {
      self = .unknown
      return
    }
    switch packed {
    case Self.renamed[0]: self.init(packed: Self.renamed[1])
    case Self.renamed[2]: self.init(packed: Self.renamed[3])
    default: self.init(packed: packed)
    }
  }

  /// The letters of a code, packed; nil when they are not two or three ASCII letters.
  private static func pack(_ tag: Span<UInt8>) -> UInt32? {
    var packed: UInt32 = 0
    var count: UInt32 = 0
    for index in tag.indices {
      let byte = tag[index]
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") { break }
      let lower = byte | 0x20
      guard count < 3, lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "z") else { return nil }
      packed |= UInt32(lower) << (8 * count)
      count += 1
    }
    return count < 2 ? nil : packed
  }

  /// Codes that say "no language could be told".
  private static let nameless: [UInt32] = [
    "und", "zxx", "mul", "mis", "qme", "qst", "qht", "qam", "qct", "art",
  ].compactMap { pack(Array($0.utf8).span) }

  /// Withdrawn codes that X still sends, each before the code that replaced it.
  private static let renamed: [UInt32] = ["in", "id", "iw", "he"].compactMap {
    pack(Array($0.utf8).span)
  }
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
