import Foundation

/// What tells whether a file under some folders has changed: names, sizes and times.
struct FolderStamp: Equatable {
  private var files: [String: [Double]] = [:]

  /// A folder that is gone holds no files: it may be on its way from one revision to another.
  init(of folders: [String]) {
    for folder in folders {
      let place = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
      for name in (try? FileManager.default.subpathsOfDirectory(atPath: place)) ?? [] {
        // An editor's temporary file may be gone again.
        guard name.hasSuffix(".yaml") || name.hasSuffix(".yml"),
          let file = try? FileManager.default.attributesOfItem(atPath: place + "/" + name)
        else { continue }
        let time = (file[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        files[place + "/" + name] = [time, Double((file[.size] as? Int) ?? 0)]
      }
    }
  }

  /// Looks a few times a second until something has changed.
  static func waitForChange(from stamp: inout FolderStamp, of folders: [String]) {
    while true {
      Thread.sleep(forTimeInterval: 0.2)
      let now = FolderStamp(of: folders)
      if now != stamp {
        stamp = now
        return
      }
    }
  }
}
