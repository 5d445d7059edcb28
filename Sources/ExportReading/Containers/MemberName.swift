/// Tells by its name whether a member of an archive may be an export.
enum MemberName {
  private static let packings = [".gz", ".bz2", ".xz", ".zst"]
  private static let endings = [".json", ".ndjson", ".jsonl", ".har", ".js", ".txt"]

  /// Whether the name ends as exports do, and is not one of macOS's shadow files.
  static func mayBeExport(_ path: String) -> Bool {
    let parts = path.split(separator: "/")
    guard let last = parts.last, !last.hasPrefix("._"), parts.first != "__MACOSX" else {
      return false
    }
    var name = last.lowercased()
    for packing in packings where name.hasSuffix(packing) {
      name.removeLast(packing.count)
      break
    }
    return endings.contains { name.hasSuffix($0) }
  }
}
