import Foundation
import Testing

/// One invented export under `fixtures/timelines/<format-id>/`, beside the golden of its entries.
struct Fixture: Sendable, Hashable, CustomTestStringConvertible {
  /// The folder's name, which is the id of the format.
  let format: String
  /// The file's name.
  let file: String

  var testDescription: String { "\(format)/\(file)" }

  var path: String { "\(Self.root)/\(format)/\(file)" }

  /// The dump of the entries, which stands in the same folder.
  var goldenPath: String {
    "\(Self.root)/\(format)/\(file.prefix { $0 != "." })\(Self.goldenSuffix)"
  }

  private static let goldenSuffix = ".entries.txt"

  /// `fixtures/timelines` of this repository.
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "fixtures/timelines").path

  /// The folders, sorted.
  static let folders: [String] = visibleNames(in: root)

  /// Every fixture, sorted.
  static let all: [Fixture] = folders.flatMap { folder in
    visibleNames(in: "\(root)/\(folder)")
      .filter { !$0.hasSuffix(goldenSuffix) }
      .map { Fixture(format: folder, file: $0) }
  }

  /// The goldens on disk that belong to no fixture.
  static var orphans: [String] {
    let known = Set(all.map(\.goldenPath))
    return folders.flatMap { folder in
      visibleNames(in: "\(root)/\(folder)")
        .filter { $0.hasSuffix(goldenSuffix) }
        .map { "\(root)/\(folder)/\($0)" }
        .filter { !known.contains($0) }
    }
  }

  private static func visibleNames(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }
}
