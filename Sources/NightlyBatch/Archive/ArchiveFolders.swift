import Alongside
import Diagnostics
import Foundation

/// Finds the files of archives: folders with all below them, globs, and single files.
struct ArchiveFolders {
  /// Folders, globs or files.
  let archives: [String]
  /// Globs of what is left out, held against the name and the whole path.
  let exclude: [String]

  /// What was found.
  struct Found {
    /// Absolute paths, in the order of their bytes.
    var files: [String] = []
    /// Folders that could not be looked into, and archives with nothing in them.
    var diagnostics: [Diagnostic] = []
  }

  /// Looks for files that may be exports by the ending of their name; hidden ones are left out.
  func find() -> Found {
    var found = Found()
    var files: Set<String> = []
    for archive in archives {
      let places = Self.expand(archive)
      let before = files.count
      for place in places { walk(place, isNamed: true, into: &files, &found.diagnostics) }
      if files.count == before, found.diagnostics.isEmpty {
        found.diagnostics.append(
          Diagnostic(
            .warning, "B003", "no exports are here", at: .file(archive),
            help: "check the path; exports end in .json, .ndjson, .jsonl, .har, .zip or .tar"))
      }
    }
    found.files = files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return found
  }

  private func walk(
    _ path: String, isNamed: Bool, into files: inout Set<String>, _ told: inout [Diagnostic]
  ) {
    guard !isExcluded(path) else { return }
    guard FileKind.exists(path) else {
      if isNamed { told.append(unreadable(path, "there is no such file or folder")) }
      return
    }
    guard FileKind.isFolder(path) else {
      if isNamed || Self.mayBeExport(path) { files.insert(path) }
      return
    }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      return told.append(unreadable(path, "the folder cannot be looked into"))
    }
    for name in names where !name.hasPrefix(".") {
      let child = path.hasSuffix("/") ? path + name : path + "/" + name
      // A link to a folder may lead in circles.
      let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: child)) != nil
      if isLink, FileKind.isFolder(child) { continue }
      walk(child, isNamed: false, into: &files, &told)
    }
  }

  private func unreadable(_ path: String, _ message: String) -> Diagnostic {
    Diagnostic(
      .error, "B002", message, at: .file(path), help: "check the path and its permissions")
  }

  private func isExcluded(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return exclude.contains { pattern in
      // SAFETY: all strings are passed as C strings for the calls.
      unsafe fnmatch(pattern, name, 0) == 0 || fnmatch(pattern, path, 0) == 0
    }
  }

  /// Absolute paths of what a path or glob names.
  private static func expand(_ archive: String) -> [String] {
    guard archive.contains(where: { "*?[".contains($0) }),
      !FileManager.default.fileExists(atPath: archive)
    else { return [absolute(archive)] }
    // SAFETY: glob fills the structure, which is freed at the end; the paths are copied before.
    var matches = unsafe glob_t()
    defer { unsafe globfree(&matches) }
    guard unsafe glob(archive, 0, nil, &matches) == 0 else { return [] }
    return unsafe (0..<Int(matches.gl_pathc)).compactMap { index in
      unsafe matches.gl_pathv[index].map { absolute(unsafe String(cString: $0)) }
    }
  }

  /// The path from the root, without `.` and `..`.
  static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// Whether a name ends like an export's.
  private static func mayBeExport(_ name: String) -> Bool {
    var name = name.lowercased()
    for packing in [".gz", ".bz2", ".xz", ".zst"] where name.hasSuffix(packing) {
      name.removeLast(packing.count)
      break
    }
    return [".json", ".ndjson", ".jsonl", ".har", ".tar", ".tgz", ".zip"]
      .contains { name.hasSuffix($0) }
  }
}
