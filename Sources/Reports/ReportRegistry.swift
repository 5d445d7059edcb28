/// Every report format.
public enum ReportRegistry {
  /// One line a format.
  public static let all: [any ReportWriter.Type] = [
    TerminalReport.self,
    JSONReport.self,
    HTMLReport.self,
    MarkdownReport.self,
  ]
}
