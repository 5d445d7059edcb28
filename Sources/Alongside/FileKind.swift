import Foundation

/// What a path leads to.
public enum FileKind {
  /// Whether the path leads to a folder.
  public static func isFolder(_ path: String) -> Bool {
    kind(of: path) == .typeDirectory
  }

  /// Whether the path leads to an ordinary file, not to a pipe or a device.
  public static func isFile(_ path: String) -> Bool {
    kind(of: path) == .typeRegular
  }

  private static func kind(of path: String) -> FileAttributeType? {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path)
    return attributes?[.type] as? FileAttributeType
  }
}
