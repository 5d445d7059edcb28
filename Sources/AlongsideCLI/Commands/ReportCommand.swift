import ArgumentParser
import Diagnostics
import PeriodReview
import Reports
import ScanHistory
import TimelineModel

/// `alongside report`.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Makes the review report of a period from a history, against an earlier one.",
    discussion: """
      For example: alongside report --history h.db --period 2026-10 --against 2026-09

      The same history and periods give the same bytes. Evidence has no texts: the history keeps \
      none.

      Exit status: 0 made; 2 there is no such history or period; 3 a file could not be written.
      """)

  @OptionGroup var place: HistoryOption

  @Option(
    help: ArgumentHelp(
      "Days such as 2026-10, 2026-W41, 2026-Q3 or FROM..TO; the last month when absent.",
      valueName: "period"))
  var period: String?

  @Option(
    help: ArgumentHelp(
      "The earlier period; the one right before when absent, `none` for none.",
      valueName: "period"))
  var against: String?

  @Flag(help: "The days since the last tabled report, against the period of that report.")
  var sinceLast = false

  @Flag(help: "Note that this report is tabled, for --since-last.")
  var tabled = false

  @OptionGroup var files: ReportFiles

  func validate() throws {
    guard !sinceLast || (period == nil && against == nil) else {
      throw ValidationError("--since-last stands in the place of --period and --against")
    }
  }

  func run() throws {
    let history = try History(try place.path(), for: tabled ? .recording : .reading)
    let request = try request(to: history)
    let review = try request.review(of: history)
    var options = ReportOptions()
    options.text = .none
    options.language = files.language
    let document = JSONReport.render(review, options)
    if let json = files.json { try OutputFile.write(to: json) { try $0(document) } }
    try files.writePages(of: review, options)
    if let folder = files.csv {
      try writeTables(of: review, request, history, options, into: folder)
    }
    try files.summarise(review, options)
    guard tabled else { return }
    try history.noteTabled(
      TabledReport(document: document, period: request.period, against: request.against))
  }

  private func writeTables(
    of review: Review, _ request: PeriodRequest, _ history: History, _ options: ReportOptions,
    into folder: String
  ) throws {
    for table in CSVTables.exposureTables(options) {
      try ReportFiles.writeTable(table.name, into: folder) { output in
        try output(table.head)
        try request.exposures(of: history) { try output(table.rows($0)) }
      }
    }
    for table in CSVTables.reviewTables(review, options) {
      try ReportFiles.writeTable(table.name, into: folder) { try $0(table.bytes) }
    }
  }

  private func request(to history: History) throws -> PeriodRequest {
    guard let last = try history.status(runs: 0).lastDay else {
      throw Diagnostic(
        .error, "H011", "holds no capture with a day", at: .file(history.path),
        help: "`batch status` tells what it holds")
    }
    if sinceLast {
      guard let tabled = try history.lastTabledReport() else {
        throw Diagnostic(
          .error, "H012", "no report was tabled yet", at: .file(history.path),
          help: "table one with --period and --tabled")
      }
      let next = try tabled.period.following(upTo: last)
      return PeriodRequest(next, against: tabled.period)
    }
    let period = try Period(period ?? String(last.prefix(7)))
    guard against != "none" else { return PeriodRequest(period, against: nil) }
    return PeriodRequest(period, against: try against.map { try Period($0) } ?? period.previous)
  }
}
