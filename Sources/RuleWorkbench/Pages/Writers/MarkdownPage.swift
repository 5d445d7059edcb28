/// A page in Markdown.
enum MarkdownPage: PageWriter {
  static let id = "markdown"

  static func write(_ page: Page) -> String {
    var text = "# \(page.title)\n"
    for line in page.introduction { text += "\n\(line)\n" }
    for section in page.sections {
      text += "\n## \(section.title)\n"
      if !section.explanation.isEmpty { text += "\n\(section.explanation)\n" }
      text += "\n" + row(section.columns.map(escaped))
      text += row(
        section.columns.indices.map { column in
          section.rows.allSatisfy { $0[column].isFigure } ? "---:" : "---"
        })
      text += section.rows.map { row($0.map { escaped($0.words) }) }.joined()
    }
    return text
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// Text that can neither end a cell nor become markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result += " "
      case "|", "\\", "*", "_", "`", "[", "]", "<", ">", "#": result += "\\\(scalar)"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
