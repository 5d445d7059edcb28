/// Names of files as short as they can be told apart: the last parts of their paths.
///
/// Whole paths stand once, among the exports; elsewhere they would squeeze narrow columns.
struct FileNames {
  /// How many files end like that.
  private var endings: [String: Int] = [:]

  init(_ paths: [String]) {
    for path in Set(paths) {
      for ending in Self.endings(of: path) { endings[ending, default: 0] += 1 }
    }
  }

  /// The shortest ending of a file's path that no other file has.
  subscript(path: String) -> String {
    Self.endings(of: path).first { endings[$0] == 1 } ?? path
  }

  /// The last part of a path, the last two, and so on up to the whole.
  private static func endings(of path: String) -> [String] {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.indices.reversed().map { parts[$0...].joined(separator: "/") }
  }
}
