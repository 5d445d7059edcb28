/// How far a run is.
public struct BatchProgress: Hashable, Sendable {
  /// Files that the run looks at.
  public var files: Int
  /// Files that are done.
  public var done = 0
  /// Their bytes.
  public var bytes: Int64 = 0

  init(files: Int) {
    self.files = files
  }

  mutating func add(_ size: Int64) {
    done += 1
    bytes += size
  }
}
