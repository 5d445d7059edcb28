import AdjacencyScan
public import Diagnostics
package import TimelineFormats

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

  /// What a file, or each member of an archive, is read as, by name; or why it is not.
  public static func recognise(
    _ path: String
  ) -> [(name: String, outcome: Result<Description, Diagnostic>)] {
    var told: [(name: String, outcome: Result<Description, Diagnostic>)] = []
    do throws(Diagnostic) {
      var members = try InputMembers(of: path)
      while let member = try members.next() {
        told.append((member.name, recognise(member)))
      }
    } catch {
      told.append((path, .failure(error)))
    }
    return told
  }

  private static func recognise(
    _ member: InputMembers.Member
  ) -> Result<Description, Diagnostic> {
    do throws(Diagnostic) {
      return .success(describe(try OpenedExport.open(member).format))
    } catch {
      return .failure(error)
    }
  }

  /// The format of an id; nil for none, and throws for an id that there is not.
  package static func chosen(_ id: String?) throws(DiagnosticList) -> (any TimelineFormat.Type)? {
    guard let id else { return nil }
    if let known = FormatRegistry.format(id: id) { return known }
    throw DiagnosticList([
      Diagnostic(
        .error, "F007", "there is no export format `\(id)`",
        help: "use one of \(FormatRegistry.all.map { "`\($0.id)`" }.joined(separator: ", "))")
    ])
  }

  private static func describe(_ format: any TimelineFormat.Type) -> Description {
    Description(id: format.id, summary: format.summary, order: format.orderNote)
  }
}
