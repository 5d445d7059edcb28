import Digests
import Foundation
import ScanHistory

/// What the file system says of a file, and the digest of its bytes.
enum FileStamp {
  /// Why a file cannot be looked at.
  struct Failure: Error {
    /// What the operating system says.
    let reason: String
    /// Whether there is no such file.
    let isMissing: Bool

    fileprivate init(_ code: Int32) {
      // SAFETY: strerror returns a C string that is copied at once.
      reason = unsafe String(cString: strerror(code)).lowercased()
      isMissing = code == ENOENT || code == ENOTDIR
    }
  }

  /// The stamp of a file, or of what a link leads to.
  static func read(_ path: String) throws(Failure) -> ArchiveFile.Stamp {
    var status = stat()
    // SAFETY: the path is passed as a C string, and the call fills the structure.
    guard unsafe stat(path, &status) == 0 else { throw Failure(errno) }
    return ArchiveFile.Stamp(
      size: Int64(status.st_size), inode: Int64(bitPattern: UInt64(status.st_ino)),
      modified: nanoseconds(status.st_mtim), changed: nanoseconds(status.st_ctim))
  }

  /// The SHA-256 of a file's bytes.
  static func digest(_ path: String) throws(Failure) -> String {
    // SAFETY: the path is passed as a C string for the call.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(errno) }
    defer { close(descriptor) }
    var hasher = SHA256Hasher()
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      // SAFETY: the array has room for as many bytes as are asked for.
      let got = unsafe Foundation.read(descriptor, &buffer, buffer.count)
      if got == 0 { return hasher.finish() }
      if got > 0 {
        hasher.update(buffer, 0..<got)
      } else if errno != EINTR {
        throw Failure(errno)
      }
    }
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
