import AdjacencyScan
public import Diagnostics
import TimelineFormats

/// The export formats that can be read, and what a file is read as.
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
    FormatRegistry.all.map { describe($0) }
  }

  /// What a file is read as; throws why it is not.
  public static func recognise(_ path: String) throws(Diagnostic) -> Description {
    describe(try OpenedExport.open(path).format)
  }

  private static func describe(_ format: any TimelineFormat.Type) -> Description {
    Description(id: format.id, summary: format.summary, order: format.orderNote)
  }
}
