import Alongside
import Diagnostics
import Foundation
import ScanHistory
import TimelineModel

/// What is said of the captures in files: by the manifests beside them, by the user's patterns, or
/// else by the first date in the path.
struct CaptureNames {
  let patterns: [NamePattern]
  /// What is wrong with manifests; a file beside a faulty one goes by its name.
  private(set) var faults: [Diagnostic] = []
  private var manifests: [String: CaptureManifest?] = [:]

  init(patterns: [NamePattern]) {
    self.patterns = patterns
  }

  /// What is said of a file's captures; a manifest for a whole folder dates only what no name does.
  mutating func name(of path: String) -> CaptureName {
    var name = nameInPath(path)
    guard let place = CaptureFile.path(for: path),
      name.day == nil || !CaptureFile.isForFolder(place), let manifest = manifest(at: place)
    else { return name }
    let moment = manifest.takenAt.description
    name.day = String(moment.prefix(10))
    name.time = String(moment.dropFirst(11).prefix(5))
    return name
  }

  private mutating func manifest(at place: String) -> CaptureManifest? {
    if let known = manifests[place] { return known }
    var manifest: CaptureManifest?
    do {
      manifest = try CaptureFile.read(place)
    } catch {
      faults += error.diagnostics
    }
    manifests[place] = .some(manifest)
    return manifest
  }

  private func nameInPath(_ path: String) -> CaptureName {
    for pattern in patterns {
      if let name = pattern.name(of: path) { return name }
    }
    var name = CaptureName()
    // A date in the file's name says more than one in a folder's.
    for part in path.split(separator: "/").reversed() {
      guard let (day, time) = CaptureName.moment(in: String(part)) else { continue }
      name.day = day
      name.time = time
      break
    }
    return name
  }
}
