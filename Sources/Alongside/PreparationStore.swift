import Digests
package import Foundation
import PatternEngine
import RulePacks

/// Keeps what compiling packs found out in a folder, so that the next run need not find it out again.
///
/// A cache in the strict sense: it may be deleted at any time, and what cannot be written or read back
/// is compiled anew. A file holds for one program, one set of packs, and one version of the libraries;
/// Vectorscan itself refuses what another kind of processor has made.
public struct PreparationStore: Sendable {
  /// How many preparations are kept, the newest.
  private static let mostKept = 8
  private static let suffix = ".prepared"

  private let folder: URL
  /// What tells one build of the program from the next.
  private let program: String

  /// The store of this user, in the folder that `XDG_CACHE_HOME` names, else in `~/.cache`.
  ///
  /// Nil where the program cannot tell its own file, by which it knows one build from the next.
  public static var ofUser: PreparationStore? {
    guard
      let folder = FileManager.default.urls(for: .cachesDirectory, in: .userDomainMask).first,
      let program = Bundle.main.executableURL?.resolvingSymlinksInPath().path
    else { return nil }
    return PreparationStore(folder: folder.appendingPathComponent("alongside"), program: program)
  }

  /// A store in a folder, for the program in a file; nil where there is no such file.
  package init?(folder: URL, program: String) {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: program),
      let size = facts[.size] as? Int, let changed = facts[.modificationDate] as? Date
    else { return nil }
    self.folder = folder
    self.program = "\(ToolVersion.current) \(size) \(changed.timeIntervalSince1970)"
  }

  /// What was kept for the packs of some files, nil where nothing was.
  func preparation(of sources: [PackSource]) -> Preparation? {
    let place = place(of: sources)
    guard isOurs(folder.path), isOurs(place.path) else { return nil }
    return PreparationFile.read(place)
  }

  /// Keeps what was found out about the packs of some files, or does nothing where that cannot be
  /// written.
  func keep(_ preparation: Preparation.Written, of sources: [PackSource]) {
    let files = FileManager.default
    try? files.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard isOurs(folder.path), PreparationFile.write(preparation, to: place(of: sources)) else {
      return
    }
    dropOldest()
  }

  private func place(of sources: [PackSource]) -> URL {
    let digests = sources.sorted { $0.name < $1.name }.map { SHA256Hasher.digest(of: $0.bytes) }
    let key = ([program, LiteralPrefilter.libraryVersions] + digests).joined(separator: "\n")
    return folder.appendingPathComponent(
      SHA256Hasher.digest(of: Array(key.utf8)) + Self.suffix)
  }

  /// Whether nobody else can have written there: what is read back is trusted like the program.
  private func isOurs(_ path: String) -> Bool {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: path),
      let owner = facts[.ownerAccountID] as? NSNumber,
      let rights = facts[.posixPermissions] as? NSNumber
    else { return false }
    return owner.uint32Value == geteuid() && rights.intValue & 0o022 == 0
  }

  private func dropOldest() {
    let files = FileManager.default
    let all = try? files.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: [.contentModificationDateKey])
    let kept = (all ?? []).filter { $0.lastPathComponent.hasSuffix(Self.suffix) }
    guard kept.count > Self.mostKept else { return }
    let dated = kept.map { file in
      (
        file,
        (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?.contentModificationDate
          ?? .distantPast
      )
    }
    for (file, _) in dated.sorted(by: { $0.1 > $1.1 }).dropFirst(Self.mostKept) {
      try? files.removeItem(at: file)
    }
  }
}
