package import Diagnostics
import Foundation
package import RulePacks

/// The timelines that prove packs together.
package enum TimelineFiles {
  /// Those of a folder; where none is named, of `fixtures/packs/timelines` beside the packs' folder.
  package static func sources(
    in folder: String?, beside packs: String
  ) throws(DiagnosticList) -> [PackSource] {
    if let folder { return try LoadedRules.sources(in: folder) }
    let own =
      URL(fileURLWithPath: packs).deletingLastPathComponent().relativePath
      + "/fixtures/packs/timelines"
    return FileKind.isFolder(own) ? try LoadedRules.sources(in: own) : []
  }
}
