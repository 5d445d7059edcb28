package import Diagnostics
import Foundation
package import RulePacks

/// The timelines that prove packs together.
package enum TimelineFiles {
  /// Those of a folder; where none is named, of `fixtures/packs/timelines` beside the packs' folder.
  package static func sources(
    in folder: String?, beside packs: String
  ) throws(DiagnosticList) -> [PackSource] {
    guard let folder = self.folder(folder, beside: packs) else { return [] }
    return try LoadedRules.sources(in: folder)
  }

  /// The folder named, or the one beside the packs if there is one.
  package static func folder(_ named: String?, beside packs: String) -> String? {
    let own =
      URL(fileURLWithPath: packs).deletingLastPathComponent().relativePath
      + "/fixtures/packs/timelines"
    return named ?? (FileKind.isFolder(own) ? own : nil)
  }
}
