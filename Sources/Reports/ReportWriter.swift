public import TimelineModel

/// One report format.
///
/// A new format is one file in `Writers/`, one line in `ReportRegistry` and one golden a fixture.
public protocol ReportWriter: Sendable, SendableMetatype {
  /// The name, such as `json`.
  static var id: String { get }
  /// What it is for, in one line.
  static var summary: String { get }
  /// The file name's ending, without a dot.
  static var fileExtension: String { get }
  /// Renders a review: the same review and options give the same bytes.
  static func render(_ review: Review, _ options: ReportOptions) -> [UInt8]
}

/// What a report may show of strangers.
public struct ReportOptions: Hashable, Sendable {
  /// How strangers' words appear.
  public enum Text: String, Sendable, CaseIterable {
    /// As they wrote them.
    case full
    /// With what the rules found masked: `n*****`.
    case masked
    /// Not at all.
    case none
  }

  /// How strangers' words appear.
  public var text = Text.masked
  /// Whether strangers are named; otherwise a short hash stands for each.
  public var showsAuthors = false
  /// Whether a terminal report may use colour.
  public var usesColour = false
  /// Columns of a terminal report.
  public var width = 80
  /// Where longer reports of the same review were written, for the terminal's.
  public var written: [String] = []
  /// The language of the review: of the page, of Markdown, and of numbers in CSV files.
  public var language = ReportLanguage.en

  /// Masks text, hides names, uses no colour.
  public init() {}
}
