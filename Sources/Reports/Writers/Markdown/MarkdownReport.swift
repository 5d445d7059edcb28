import Mustache
public import TimelineModel

/// The review as GitHub-flavoured Markdown, for a wiki, an issue or a word processor.
public enum MarkdownReport: ReportWriter {
  /// The name.
  public static let id = "markdown"
  /// What it is for.
  public static let summary = "the review report as Markdown, for wikis and word processors"
  /// The ending.
  public static let fileExtension = "md"

  /// Renders the document.
  public static func render(_ review: Review, _ options: ReportOptions) -> [UInt8] {
    let narration = Narration(review, options)
    let root: [String: Any] = [
      "document": ReviewDocument(narration), "w": narration.words.phrases,
    ]
    return Array((library.render(root, withTemplate: "document") ?? "").utf8)
  }

  private static let library = TemplateLibrary.load(
    [
      ("document", PackageResources.document_md_mustache),
      ("slot", PackageResources.slot_md_mustache),
    ], writing: MarkdownText(), as: "MARKDOWN")
}
