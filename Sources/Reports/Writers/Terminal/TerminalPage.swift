import Diagnostics

/// Lines of a terminal report: colour where it is wanted, wrapping, aligned columns.
struct TerminalPage {
  private(set) var text = ""
  let options: ReportOptions

  init(options: ReportOptions) {
    self.options = options
  }

  /// Adds a line as it is.
  mutating func line(_ line: String = "") {
    text += line + "\n"
  }

  /// How many lines there are.
  var lines: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

  /// Adds what stands on another page.
  mutating func add(_ other: TerminalPage) { text += other.text }

  /// Adds a heading after an empty line.
  mutating func heading(_ title: String) {
    line()
    line(bold(title))
  }

  /// Adds text, wrapped at the page's width and indented.
  mutating func paragraph(_ words: String, indent: Int = 2, first: String = "") {
    let margin = String(repeating: " ", count: indent)
    var current = first.isEmpty ? margin : first
    var isEmpty = true
    for word in safe(words).split(separator: " ") {
      if !isEmpty, current.columns + 1 + word.columns > options.width {
        line(current)
        current = margin
        isEmpty = true
      }
      current += (isEmpty ? "" : " ") + word
      isEmpty = false
    }
    line(current)
  }

  /// Adds rows of cells, each column as wide as its widest cell; columns named in `right` align
  /// to the right.
  mutating func table(_ rows: [[String]], right: Set<Int> = [], indent: Int = 2) {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.columns)
      }
    }
    for row in rows {
      var cells: [String] = []
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.columns)
        cells.append(right.contains(column) ? padding + cell : cell + padding)
      }
      var text = String(repeating: " ", count: indent) + cells.joined(separator: "  ")
      while text.last == " " { text.removeLast() }
      line(text)
    }
  }

  /// Strangers' words without anything that a terminal would act on.
  func safe(_ text: String) -> String { TerminalText.safe(text) }

  /// Bold where colour is wanted.
  func bold(_ text: String) -> String {
    options.usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  /// Red where colour is wanted.
  func alarm(_ text: String) -> String {
    options.usesColour ? "\u{1B}[31m\(text)\u{1B}[0m" : text
  }
}
