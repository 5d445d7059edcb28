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
      text += render(excerpt, at: diagnostic.location)
    }
    if let help = diagnostic.help {
      text += "  help: " + TerminalText.safe(help) + "\n"
    }
    return text
  }

  private func render(_ excerpt: Diagnostic.Excerpt, at location: SourceLocation?) -> String {
    let scalars = Array(excerpt.line.unicodeScalars)
    let start = min(max(excerpt.start, 0), scalars.count)
    // A long line is shown round its mark only.
    let first = start > 70 ? start - 40 : 0
    let shown = scalars[first...].prefix(100)
    var number = ""
    if case .text(_, let line, _) = location {
      number = String(line)
    }
    let margin = String(repeating: " ", count: max(4 - number.count, 1)) + number + " | "
    let padding = String(repeating: " ", count: margin.count - 2) + "| "
    var source = ""
    var mark = ""
    for (offset, scalar) in shown.enumerated() {
      source.unicodeScalars.append(scalar == "\t" ? " " : scalar)
      if first + offset < start {
        mark += " "
      }
    }
    mark += String(repeating: "^", count: max(1, min(excerpt.length, shown.count - mark.count)))
    return margin + TerminalText.safe(source) + "\n" + padding + mark + "\n"
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
