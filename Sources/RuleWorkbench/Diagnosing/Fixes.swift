package import Diagnostics
package import RulePacks

/// Puts into effect what diagnostics say may safely be put in place of what they mark.
package enum Fixes {
  /// The new text of every file that changes, by name, and how many places changed.
  ///
  /// Where two marks overlap, the first one wins; asking again fixes the other.
  package static func apply(
    _ diagnostics: [Diagnostic], to sources: [PackSource]
  ) -> (files: [String: [UInt8]], count: Int) {
    var files: [String: [UInt8]] = [:]
    var count = 0
    for source in sources {
      let changes = changes(in: source, diagnostics)
      guard !changes.isEmpty else { continue }
      var bytes = source.bytes
      var end = bytes.count + 1
      for change in changes.reversed() where change.range.upperBound <= end {
        bytes.replaceSubrange(change.range, with: change.text.utf8)
        end = change.range.lowerBound
        count += 1
      }
      files[source.name] = bytes
    }
    return (files, count)
  }

  private static func changes(
    in source: PackSource, _ diagnostics: [Diagnostic]
  ) -> [(range: Range<Int>, text: String)] {
    diagnostics.compactMap { diagnostic -> (range: Range<Int>, text: String)? in
      guard let fix = diagnostic.fix, let length = diagnostic.excerpt?.length,
        case .text(let file, let line, let column) = diagnostic.location, file == source.name
      else { return nil }
      let start = source.offset(of: TextPlace(line: line, column: column))
      let end = source.offset(of: TextPlace(line: line, column: column + length))
      return (start..<end, fix)
    }
    .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
