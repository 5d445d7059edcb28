package import Diagnostics
import Foundation
import Synchronization
package import TimelineModel

/// A temporary file that takes exposures as they are found, already encoded for a report.
///
/// The file has no name once it is open, so nothing is left behind whatever happens.
package final class ExposureSpool: Sendable {
  private let encode: @Sendable (Exposure) -> [UInt8]
  private let file: FileHandle
  private let size = Mutex(0)

  /// Opens a spool for what `encode` makes of each exposure.
  package init(encode: @escaping @Sendable (Exposure) -> [UInt8]) throws(Diagnostic) {
    self.encode = encode
    let path = FileManager.default.temporaryDirectory.path + "/alongside-XXXXXX"
    var template = Array(path.utf8CString)
    // SAFETY: mkstemp changes the template in place; the array holds its NUL.
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw Self.failure }
    unsafe unlink(template)
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Appends an exposure and returns where it stands.
  package func append(_ exposure: Exposure) throws -> Range<Int> {
    let bytes = encode(exposure)
    return try size.withLock { size in
      do {
        try file.seek(toOffset: UInt64(size))
        try file.write(contentsOf: bytes)
      } catch {
        throw Self.failure
      }
      defer { size += bytes.count }
      return size..<size + bytes.count
    }
  }

  /// Hands the bytes of some ranges on, a piece at a time.
  package func read(_ ranges: [Range<Int>], _ body: ([UInt8]) throws -> Void) throws {
    for range in ranges {
      var start = range.lowerBound
      while start < range.upperBound {
        let count = min(1 << 20, range.upperBound - start)
        try file.seek(toOffset: UInt64(start))
        guard let data = try file.read(upToCount: count), !data.isEmpty else { throw Self.failure }
        try body(Array(data))
        start += data.count
      }
    }
  }

  private static let failure = Diagnostic(
    .error, "O003", "the temporary folder cannot be written",
    help: "free some room, or set TMPDIR to a folder that has it")
}
