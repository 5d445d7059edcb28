/// Renders diagnostics for a terminal or a log: location, severity, code, message, excerpt, help.
public struct DiagnosticRenderer: Sendable {
  private let colour: Bool

  /// Makes a renderer; `colour` only where the stream is a terminal and `NO_COLOR` is unset.
  public init(colour: Bool = false) {
    self.colour = colour
  }

  /// The diagnostic as text that ends in a line break; safe to print whatever the input held.
  public func render(_ diagnostic: Diagnostic) -> String {
    var text = ""
    if let location = diagnostic.location {
      text += TerminalText.safe(location.description) + ": "
    } else {
      text += "alongside: "
    }
    text += paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", diagnostic.severity)
    text += ": " + TerminalText.safe(diagnostic.message) + "\n"
    if let excerpt = diagnostic.excerpt {
      if case .text(_, let line, _)? = diagnostic.location {
        text += render(excerpt, margin: String(line))
      } else {
        text += render(excerpt, margin: "")
      }
    }
    if let help = diagnostic.help {
      text += "  help: " + TerminalText.safe(help) + "\n"
    }
    return text
  }

  /// The line of an excerpt behind a margin, and its mark below it.
  package func render(_ excerpt: Diagnostic.Excerpt, margin number: String) -> String {
    let scalars = excerpt.line.unicodeScalars.map { $0 == "\t" ? " " : $0 }
    let start = min(max(excerpt.start, 0), scalars.count)
    // A long line is shown round its mark only.
    let first = start > 70 ? start - 40 : 0
    let shown = first..<min(first + 100, scalars.count)
    let end = max(start, min(start + excerpt.length, shown.upperBound))
    let margin = String(repeating: " ", count: max(4 - number.count, 1)) + number + " |"
    let padding = String(repeating: " ", count: margin.count - 1) + "|"
    let before = first > 0 ? "…" : ""
    let source = before + text(scalars[shown]) + (shown.upperBound < scalars.count ? "…" : "")
    let indent = (before + text(scalars[first..<start])).columns
    let mark = String(repeating: "^", count: max(1, text(scalars[start..<end]).columns))
    return (source.isEmpty ? margin : margin + " " + source) + "\n" + padding + " "
      + String(repeating: " ", count: indent) + mark + "\n"
  }

  private func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return TerminalText.safe(String(text))
  }

  private func paint(_ text: String, _ severity: Diagnostic.Severity) -> String {
    guard colour else { return text }
    let code =
      switch severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    return "\u{1B}[1;\(code)m\(text)\u{1B}[0m"
  }
}
