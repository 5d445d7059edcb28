import Foundation

/// What tells whether a file under some folders has changed: names, sizes and times.
struct FolderStamp: Equatable {
  private var files: [String: [Double]] = [:]

  init(of folders: [String]) throws {
    for folder in folders {
      let place = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
      for name in try FileManager.default.subpathsOfDirectory(atPath: place) {
        // An editor's temporary file may be gone again.
        guard name.hasSuffix(".yaml") || name.hasSuffix(".yml"),
          let file = try? FileManager.default.attributesOfItem(atPath: place + "/" + name)
        else { continue }
        let time = (file[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        files[name] = [time, Double((file[.size] as? Int) ?? 0)]
      }
    }
  }

  /// Looks a few times a second until something has changed.
  static func waitForChange(from stamp: inout FolderStamp, of folders: [String]) throws {
    while true {
      Thread.sleep(forTimeInterval: 0.2)
      let now = try FolderStamp(of: folders)
      if now != stamp {
        stamp = now
        return
      }
    }
  }
}
