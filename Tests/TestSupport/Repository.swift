package import Foundation

/// Where the files of this repository lie.
package enum Repository {
  /// The folder that holds Package.swift.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A file or folder under `fixtures`.
  package static func fixture(_ path: String) -> URL {
    root.appending(path: "fixtures/" + path)
  }

  /// The visible names in a folder, sorted; none when it is absent.
  package static func names(in folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }
}
