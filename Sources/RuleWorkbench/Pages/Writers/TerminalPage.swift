import Diagnostics

/// A page as plain text for a terminal, columns aligned.
enum TerminalPage: PageWriter {
  static let id = "text"

  static func write(_ page: Page) -> String {
    var text = page.title + "\n"
    for line in page.introduction { text += TerminalText.safe(line) + "\n" }
    for section in page.sections {
      text += "\n\(section.title)\n"
      if !section.explanation.isEmpty { text += "  \(section.explanation)\n" }
      text += table(section)
    }
    return text
  }

  private static func table(_ section: Page.Section) -> String {
    let cells = section.rows.map { $0.map { TerminalText.safe($0.words) } }
    let widths = section.columns.indices.map { column in
      max(section.columns[column].columns, cells.map { $0[column].columns }.max() ?? 0)
    }
    let isFigure = section.columns.indices.map { column in
      section.rows.allSatisfy { $0[column].isFigure }
    }
    func line(_ cells: [String]) -> String {
      var line = "  "
      for (column, cell) in cells.enumerated() {
        let padding = String(repeating: " ", count: max(0, widths[column] - cell.columns))
        line += isFigure[column] ? padding + cell : cell + padding
        if column + 1 < cells.count { line += "  " }
      }
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }
    return line(section.columns) + cells.map(line).joined()
  }
}
