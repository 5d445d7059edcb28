import Foundation
import Testing

/// A real export beside the repository, of which only the number of posts is known here.
struct Sample: Sendable, CustomTestStringConvertible {
  /// The folder and the file's name.
  let file: String
  /// How many posts whoever collected it has counted.
  let posts: Int

  var testDescription: String { file }

  var folder: String { file.split(separator: "/").first.map(String.init) ?? "" }

  var path: String { Self.root.appending(path: file).path }

  /// `../shared/samples`, beside the repository or a folder above it.
  private static let root: URL = {
    var folder = URL(filePath: #filePath)
    for _ in 0..<8 {
      folder.deleteLastPathComponent()
      let samples = folder.appending(path: "shared/samples")
      if FileManager.default.fileExists(atPath: samples.path) { return samples }
    }
    return folder
  }()

  /// Every sample that the list names; none where there is no list.
  static let all: [Sample] = {
    let list = try? String(contentsOf: root.appending(path: "PROVENANCE.tsv"), encoding: .utf8)
    return (list ?? "").split(separator: "\n").dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 6, let posts = Int(fields[6]) else { return nil }
      return Sample(file: String(fields[0]), posts: posts)
    }
  }()
}
