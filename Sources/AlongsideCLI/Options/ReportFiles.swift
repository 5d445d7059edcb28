public import ArgumentParser
import Foundation
public import Reports
import TimelineModel

/// Which reports are written, where to, and in which language.
struct ReportFiles: ParsableArguments {
  @Option(
    help: ArgumentHelp("Write the JSON document here; - for standard output.", valueName: "file"))
  var json: String?

  @Option(
    help: ArgumentHelp(
      "Write the review report here, as a page to read, print and table.", valueName: "file"))
  var report: String?

  @Option(help: ArgumentHelp("Write the review report here as Markdown.", valueName: "file"))
  var md: String?

  @Option(
    help: ArgumentHelp(
      "Write tables for spreadsheets into this folder: exposures, neighbours, findings, rates, "
        + "captures, and changes where periods are compared.", valueName: "folder"))
  var csv: String?

  @Option(help: ArgumentHelp("The language of the report: en, de or fr.", valueName: "code"))
  var language = ReportLanguage.en

  /// Writes the page and the Markdown, as far as they were asked for.
  func writePages(of review: Review, _ options: ReportOptions) throws {
    if let report {
      let page = HTMLReport.render(review, options)
      try OutputFile.write(to: report) { try $0(page) }
    }
    if let md {
      let text = MarkdownReport.render(review, options)
      try OutputFile.write(to: md) { try $0(text) }
    }
  }

  /// Writes a table into a folder, which is made where it is not there.
  static func writeTable(
    _ name: String, into folder: String, _ body: (([UInt8]) throws -> Void) throws -> Void
  ) throws {
    // Where no folder can be made, writing the table says so.
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try OutputFile.write(to: folder + "/" + name + ".csv") { try body($0) }
  }

  /// Prints the summary, unless the document went to standard output.
  func summarise(_ review: Review, _ options: ReportOptions) throws {
    guard json != "-" else { return }
    var options = options
    options.usesColour = Console.usesColour(on: STDOUT_FILENO)
    options.width = Console.width(of: STDOUT_FILENO)
    options.written = [report, md, csv, json].compactMap { $0 }
    try OutputFile.writeToStandardOutput(TerminalReport.render(review, options))
  }
}

extension ReportLanguage: ExpressibleByArgument {}
