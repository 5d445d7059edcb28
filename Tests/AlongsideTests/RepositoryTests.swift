import Foundation
import TestSupport
import Testing

@Suite("The repository")
struct RepositoryTests {
  /// Folders of sources; what is built or fetched lies elsewhere.
  static let folders = ["Sources", "Tests", "docs", "rules", "scripts", "fixtures"]
  static let files = ["Package.swift", "Makefile", "README.md", "CONTRIBUTING.md", "CHANGELOG.md"]

  /// The texts of all sources, by path.
  static func sources() -> [(path: String, text: String)] {
    let root = Repository.root
    let inFolders = folders.flatMap { folder -> [String] in
      let names = FileManager.default.enumerator(atPath: root.appending(path: folder).path())
      return (names?.compactMap { $0 as? String } ?? []).map { folder + "/" + $0 }
    }
    return (files + inFolders).sorted().compactMap { path in
      guard let data = FileManager.default.contents(atPath: root.appending(path: path).path())
      else {
        return nil
      }
      return (path, String(decoding: data, as: UTF8.self))
    }
  }

  @Test("no source names a place on somebody's machine")
  func machinePaths() {
    let sources = Self.sources()
    #expect(sources.count > 200)
    let places = ["/" + "work/", "/" + "root/", "/" + "Users/", "/" + "home/"]
    for (path, text) in sources {
      for place in places {
        // Addresses have paths too: x.com/home is a page, and so is town.example/users/ann.
        let found = text.ranges(of: place).contains { range in
          let before = text[..<range.lowerBound].last
          return before.map { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "}" } ?? true
        }
        #expect(!found, "\(path) names \(place)")
      }
    }
  }
}
