import TimelineFormats

/// The export formats that can be read, for people to choose from.
public enum ExportFormats {
  /// One format.
  public struct Description: Hashable, Sendable {
    /// The name for `--format`.
    public let id: String
    /// What it is and where it comes from.
    public let summary: String
    /// What the order of its entries means.
    public let order: String
  }

  /// All formats, most specific first.
  public static var all: [Description] {
    FormatRegistry.all.map {
      Description(id: $0.id, summary: $0.summary, order: $0.orderNote)
    }
  }
}
