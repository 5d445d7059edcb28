import ArgumentParser
import ScanHistory

/// `alongside batch export`.
struct BatchExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the own posts of a history as NDJSON, with their neighbours and findings.",
    discussion: """
      One own post a line, in an order that depends on the archives, the packs and the policy alone: \
      two histories of the same archives export the same bytes.
      """)

  @OptionGroup var place: HistoryOption

  @Option(
    help: ArgumentHelp("Only these days, such as 2026-10 or 2026-W41.", valueName: "period"))
  var period: String?

  @Option(help: ArgumentHelp("Write here; - for standard output.", valueName: "file"))
  var output = "-"

  func run() throws {
    let history = try History(try place.path(), for: .reading)
    let period = try period.map { try Period($0) }
    try OutputFile.write(to: output) { piece in
      try HistoryExport.write(history, of: period, to: piece)
    }
  }
}
