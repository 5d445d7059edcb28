import Diagnostics
import Mustache

/// Makes text safe to stand in Markdown: it stays on its line, and nothing in it is markup or a link.
struct MarkdownText: MustacheContentType {
  /// What means something within a line; strangers' text never begins one.
  private static let markup = Set("\\`*_[]<>|~#&$@".unicodeScalars)

  func escapeText(_ text: String) -> String {
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        result += " "
      } else if let name = scalar.nameOfControl {
        result += escapeText(name)
      } else {
        if Self.markup.contains(scalar) || Self.endsLink(result, scalar) { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether a bare address would become a link here: `https:/` and `www.`.
  private static func endsLink(_ text: String, _ next: Unicode.Scalar) -> Bool {
    next == "/" && text.hasSuffix(":") || next == "." && text.suffix(3).lowercased() == "www"
  }
}
