public import ArgumentParser
public import ScanHistory

/// `alongside batch export`.
struct BatchExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the own posts of a history as NDJSON or CSV, with what stood beside them.",
    discussion: """
      One own post a line: NDJSON holds each neighbour with its findings, CSV the categories beside \
      it with their worst tiers. The order and all bytes depend on the archives, the packs and the \
      policy alone: two histories of the same archives export the same.
      """)

  @OptionGroup var place: HistoryOption

  @Option(
    help: ArgumentHelp("Only these days, such as 2026-10 or 2026-W41.", valueName: "period"))
  var period: String?

  @Option(help: ArgumentHelp("ndjson or csv.", valueName: "format"))
  var format = ExportFormat.ndjson

  @Option(help: ArgumentHelp("Write here; - for standard output.", valueName: "file"))
  var output = "-"

  func run() throws {
    let history = try History(try place.path(), for: .reading)
    let period = try period.map { try Period($0) }
    try OutputFile.write(to: output) { piece in
      try HistoryExport.write(history, of: period, as: format, to: piece)
    }
  }
}

extension ExportFormat: ExpressibleByArgument {}
