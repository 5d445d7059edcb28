extension Unicode.Scalar {
  /// A control, bidi override or noncharacter by its number; nil for all that is harmless to show.
  ///
  /// Marks of direction without effect beyond their place (U+200E, U+200F, U+061C) are harmless.
  package var nameOfControl: String? {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x2029, 0x202A...0x202E, 0x2066...0x2069,
      0xFDD0...0xFDEF:
      break
    case _ where value & 0xFFFE == 0xFFFE: break
    default: return nil
    }
    let digits = String(value, radix: 16, uppercase: true)
    return "[U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + "]"
  }
}
