public import TimelineModel

/// A summary for the terminal: the headline block, the worst incidents, what was not screened.
public enum TerminalReport: ReportWriter {
  /// The name.
  public static let id = "terminal"
  /// What it is for.
  public static let summary = "a summary for the terminal, one screen long"
  /// The ending.
  public static let fileExtension = "txt"

  /// Renders the summary; safe to print whatever the posts hold.
  public static func render(_ review: Review, _ options: ReportOptions) -> [UInt8] {
    let report = review.scan
    var page = TerminalPage(options: options)
    writeTitle(report, &page)
    TerminalHeadline.write(report, &page)
    TerminalChange.write(review, &page)
    TerminalIncidents.write(report, &page)
    TerminalLimits.write(report, &page)
    return Array(page.text.utf8)
  }

  private static func writeTitle(_ report: ScanReport, _ page: inout TerminalPage) {
    let entries = report.outcome.tally.entries.values.reduce(0, +)
    let inputs = report.outcome.inputs.count
    var title = report.run.organisation?.name ?? "no organisation named"
    title += " · \(counted(inputs, "export", "exports")), \(counted(entries, "entry", "entries"))"
    page.line(page.bold("Alongside \(report.run.toolVersion)") + " · " + page.safe(title))
  }

  /// A number with its noun.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    grouped(count) + " " + (count == 1 ? one : many)
  }

  /// A number with its thousands apart.
  static func grouped(_ count: Int) -> String {
    var digits = String(count)
    var groups: [Substring] = []
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = String(digits.dropLast(3))
    }
    return ([Substring(digits)] + groups).joined(separator: ",")
  }

  /// A share in per cent with one decimal, two below one per cent.
  static func percent(_ share: Double) -> String {
    let decimals: Double = share > 0 && share < 0.01 ? 100 : 10
    let units = Int((share * 100 * decimals).rounded())
    let fraction = String(units % Int(decimals))
    let padding = decimals == 100 && fraction.count < 2 ? "0" : ""
    return "\(units / Int(decimals)).\(padding)\(fraction) %"
  }
}
