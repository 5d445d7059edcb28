import Diagnostics
import ScanHistory

/// Compares what is there with what the history knows: which files a run has to look at.
struct FilePlan {
  /// The files to look at, in the order of their paths.
  private(set) var work: [FileWork] = []
  /// Files that are as they were.
  private(set) var unchanged: [String] = []
  /// Of these, the ones that had been missed.
  private(set) var returned: [String] = []
  /// Files that are as they were, and of which nothing could be counted.
  private(set) var stillUnread: [KnownFile] = []
  /// Known files that are not there.
  private(set) var vanished: [String] = []
  /// What is wrong with the manifests beside files.
  private(set) var faults: [Diagnostic] = []

  /// Makes a plan; `since` leaves out files of earlier days.
  init(
    _ found: [String], known: [String: KnownFile], names: CaptureNames, since: String?, tool: String
  ) {
    var names = names
    var seen: Set<String> = []
    for path in found {
      seen.insert(path)
      guard let stamp = try? FileStamp.read(path) else { continue }
      let name = names.name(of: path)
      if let since, Self.day(name, stamp) < since { continue }
      guard let file = known[path], file.file.name == name, Self.isUnchanged(file, stamp, tool)
      else {
        work.append(FileWork(path: path, name: name, stamp: stamp))
        continue
      }
      unchanged.append(path)
      if file.hasVanished { returned.append(path) }
      if file.file.state != .read { stillUnread.append(file) }
    }
    faults = names.faults
    vanished = known.values.filter { file in
      guard !seen.contains(file.file.path), !file.hasVanished else { return false }
      do throws(FileStamp.Failure) {
        _ = try FileStamp.read(file.file.path)
        return false
      } catch {
        return error.isMissing
      }
    }.map(\.file.path).sorted()
  }

  /// What could not be opened is tried every time, and what was no export by each new program.
  private static func isUnchanged(
    _ known: KnownFile, _ stamp: ArchiveFile.Stamp, _ tool: String
  ) -> Bool {
    guard known.file.stamp == stamp else { return false }
    switch known.file.state {
    case .read, .incomplete: return true
    case .foreign: return known.tool == tool
    case .unreadable, .unsettled: return false
    }
  }

  /// The day that a file is of: by its name, or when its bytes last changed.
  private static func day(_ name: CaptureName, _ stamp: ArchiveFile.Stamp) -> String {
    name.day ?? DayText.day(ofNanoseconds: stamp.modified)
  }
}
