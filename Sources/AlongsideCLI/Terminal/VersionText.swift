import Alongside
import Foundation
import TimelineModel

/// What `--version` prints: the program and the packs it would use, with digests.
enum VersionText {
  static var current: String {
    var text = "alongside \(ToolVersion.current)"
    guard CommandLine.arguments.contains("--version"),
      let folder = try? LoadedRules.standardFolder(),
      let rules = try? LoadedRules(folder: folder)
    else { return text }
    for pack in rules.packs {
      text += "\n\(pack.name) \(pack.version) sha256:\(pack.sha256)"
    }
    return text
  }
}
