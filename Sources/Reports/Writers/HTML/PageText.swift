import Diagnostics
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
