import Mustache

/// Makes text safe to stand anywhere in a page: between tags and in quoted attributes.
///
/// It works on scalars: as a `Character`, a quotation mark with a combining mark is no quotation
/// mark, yet it ends an attribute. Controls and bidi overrides become visible.
struct PageText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default:
        if let name = scalar.nameOfControl {
          result += name
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}

extension Unicode.Scalar {
  /// A control, bidi override or noncharacter by its number; nil for all that is harmless to show.
  ///
  /// Marks of direction without effect beyond their place (U+200E, U+200F, U+061C) are harmless.
  var nameOfControl: String? {
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
