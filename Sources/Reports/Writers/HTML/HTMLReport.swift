public import TimelineModel

/// The review as one page without scripts that needs no other file and no network.
public enum HTMLReport: ReportWriter {
  /// The name.
  public static let id = "html"
  /// What it is for.
  public static let summary = "the review report, one page to read, print and table"
  /// The ending.
  public static let fileExtension = "html"

  /// Renders the page.
  public static func render(_ review: Review, _ options: ReportOptions) -> [UInt8] {
    let narration = Narration(review, options)
    return Array(HTMLTemplates.render(ReviewDocument(narration), narration.words).utf8)
  }
}
