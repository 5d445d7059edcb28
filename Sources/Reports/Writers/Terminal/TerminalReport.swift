public import TimelineModel

/// A summary for the terminal: the answer, the headline rates, the postures, the worst incidents, what
/// was not screened, and where the rest is.
public enum TerminalReport: ReportWriter {
  /// The name.
  public static let id = "terminal"
  /// What it is for.
  public static let summary = "a summary for the terminal, one screen long"
  /// The ending.
  public static let fileExtension = "txt"

  /// Renders the summary; safe to print whatever the posts hold.
  public static func render(_ review: Review, _ options: ReportOptions) -> [UInt8] {
    var page = TerminalPage(options: options)
    writeTitle(review.scan, &page)
    TerminalAnswer.write(review, &page)
    TerminalRates.write(review, &page)
    TerminalPostures.write(review, &page)
    TerminalChange.write(review, &page)
    TerminalIncidents.write(review.scan, &page)
    TerminalLimits.write(review.scan, &page)
    return Array(page.text.utf8)
  }

  private static func writeTitle(_ report: ScanReport, _ page: inout TerminalPage) {
    let entries = report.outcome.tally.entries.values.reduce(0, +)
    let inputs = report.outcome.inputs.count
    var title = report.run.organisation?.name ?? "no organisation named"
    title += " · \(counted(inputs, "export", "exports")), \(counted(entries, "entry", "entries"))"
    page.line(page.bold("Alongside \(report.run.toolVersion)") + " · " + page.safe(title))
  }
}

/// How the summary writes numbers.
extension TerminalReport {
  /// A number with its noun.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    grouped(count) + " " + (count == 1 ? one : many)
  }

  /// A number with its thousands apart.
  static func grouped(_ count: Int) -> String { numbers.whole(count) }

  /// A share in per cent with one decimal, two below one per cent.
  static func percent(_ share: Double) -> String {
    numbers.percent(share).replacing("\u{202F}", with: " ")
  }

  /// A number with so many decimals.
  static func decimal(_ number: Double, _ places: Int = 2) -> String {
    numbers.decimal(number, places)
  }

  /// From the lower to the upper bound of the 95 % interval.
  static func interval(_ rate: Rate) -> String {
    rate.interval.map { "\(percent($0.low)) to \(percent($0.high))" } ?? "-"
  }

  private static let numbers = Numbers(.en)
}
