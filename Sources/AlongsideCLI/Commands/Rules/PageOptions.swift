import ArgumentParser
import RuleWorkbench

/// Where a page of figures goes besides the terminal.
struct PageOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write the page as HTML, - for standard output.", valueName: "file"))
  var html: String?

  @Option(
    help: ArgumentHelp("Write the page as Markdown, - for standard output.", valueName: "file"))
  var md: String?

  @Option(help: ArgumentHelp("Write the page as JSON, - for standard output.", valueName: "file"))
  var json: String?

  /// Writes the page where it was asked for, and to the terminal when it was asked for nowhere.
  func write(_ page: Page) throws {
    let wanted = [("html", html), ("markdown", md), ("json", json)]
    for (id, path) in wanted {
      guard let path else { continue }
      try write(page, as: id, to: path)
    }
    if wanted.allSatisfy({ $0.1 == nil }) { try write(page, as: "text", to: "-") }
  }

  private func write(_ page: Page, as id: String, to path: String) throws {
    guard let writer = PageWriters.all.first(where: { $0.id == id }) else {
      preconditionFailure("BUG: no page writer \(id)")
    }
    try OutputFile.write(to: path) { try $0(Array(writer.write(page).utf8)) }
  }
}
