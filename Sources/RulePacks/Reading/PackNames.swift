/// The shapes of ids and names.
package enum PackNames {
  /// A pack, family, category, target or word name: `[a-z][a-z0-9-]*`; words may hold `_` too.
  static func isName(_ text: some StringProtocol, allowing extra: Character? = nil) -> Bool {
    guard let first = text.first, first.isLowerCaseLetter else { return false }
    return text.allSatisfy {
      $0.isLowerCaseLetter || $0.isDigit || $0 == "-" || (extra != nil && $0 == extra)
    }
  }

  /// `pack.family.number` in its three parts, or nil.
  static func parts(ofRule id: String) -> (pack: Substring, family: Substring, number: Substring)? {
    let parts = id.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, isName(parts[0]), isName(parts[1]), parts[2].count >= 3,
      parts[2].allSatisfy(\.isDigit)
    else { return nil }
    return (parts[0], parts[1], parts[2])
  }

  /// `major.minor.patch` in digits.
  static func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isDigit) }
  }
}

extension Character {
  /// An ASCII letter from a to z.
  var isLowerCaseLetter: Bool { "a"..."z" ~= self && isASCII }
  /// An ASCII digit.
  var isDigit: Bool { "0"..."9" ~= self && isASCII }
}
