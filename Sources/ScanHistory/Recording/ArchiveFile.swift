/// A file of an archive as the history knows it.
package struct ArchiveFile: Hashable, Sendable {
  /// What the file system says; as long as it is the same, so are the bytes.
  ///
  /// The time of the last change cannot be set by a program, so that a copy that keeps an old
  /// date is told as well.
  package struct Stamp: Hashable, Sendable {
    package var size: Int64
    package var inode: Int64
    /// When the bytes changed, in nanoseconds since 1970.
    package var modified: Int64
    /// When anything about the file changed.
    package var changed: Int64

    package init(size: Int64, inode: Int64, modified: Int64, changed: Int64) {
      self.size = size
      self.inode = inode
      self.modified = modified
      self.changed = changed
    }
  }

  /// What became of it.
  package enum State: String, Sendable {
    /// All of it is counted.
    case read
    /// It breaks off; nothing of it is counted.
    case incomplete
    /// It cannot be opened.
    case unreadable
    /// It changed while it was read.
    case unsettled
    /// It is no export that can be read.
    case foreign
  }

  /// The path.
  package var path: String
  /// What the path says of the captures in it.
  package var name: CaptureName
  /// What the file system says.
  package var stamp: Stamp
  /// The SHA-256 of its bytes; nil when they could not be read.
  package var digest: String?
  /// What became of it.
  package var state: State
  /// Why nothing of it is counted.
  package var message: String?

  package init(
    path: String, name: CaptureName, stamp: Stamp, digest: String?, state: State,
    message: String? = nil
  ) {
    self.path = path
    self.name = name
    self.stamp = stamp
    self.digest = digest
    self.state = state
    self.message = message
  }
}
