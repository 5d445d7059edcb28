package import Diagnostics
import Foundation
import Guarding
package import TimelineModel

/// A temporary file that takes exposures as they are found, already encoded for one or more reports.
///
/// The file has no name once it is open, so nothing is left behind whatever happens. An exposure is a
/// record of parts, one an encoder, each behind its length.
package final class ExposureSpool: Sendable {
  /// Makes the bytes of one exposure in one report.
  package typealias Encoder = @Sendable (Exposure) -> [UInt8]

  private let encoders: [Encoder]
  private let file: FileHandle
  private let end = Guarded(End())

  /// Where the spool ends, and what waits to be written there.
  private struct End {
    var written = 0
    var waiting: [UInt8] = []
  }

  /// Opens a spool for what the encoders make of each exposure.
  package init(_ encoders: [Encoder]) throws(Diagnostic) {
    self.encoders = encoders
    let path = FileManager.default.temporaryDirectory.path + "/alongside-XXXXXX"
    var template = Array(path.utf8CString)
    // SAFETY: mkstemp changes the template in place; the array holds its NUL.
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw Self.failure }
    unsafe unlink(template)
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Appends an exposure and returns where it stands; costs nothing where there is no encoder.
  package func append(_ exposure: Exposure) throws -> Range<Int> {
    guard !encoders.isEmpty else { return 0..<0 }
    let parts = encoders.map { $0(exposure) }
    return try end.withLock { end in
      let start = end.written + end.waiting.count
      for part in parts {
        for byte in 0..<Self.lengthBytes {
          end.waiting.append(UInt8(truncatingIfNeeded: part.count >> (8 * byte)))
        }
        end.waiting += part
      }
      if end.waiting.count >= Self.mostWaiting { try write(&end) }
      return start..<end.written + end.waiting.count
    }
  }

  private func write(_ end: inout End) throws {
    do {
      try file.seek(toOffset: UInt64(end.written))
      try file.write(contentsOf: end.waiting)
    } catch {
      throw Self.failure
    }
    end.written += end.waiting.count
    end.waiting.removeAll(keepingCapacity: true)
  }

  /// Hands on what one encoder made of the exposures in some ranges, in order.
  package func read(
    _ ranges: [Range<Int>], part wanted: Int, _ body: ([UInt8]) throws -> Void
  ) throws {
    try end.withLock { try write(&$0) }
    for range in ranges {
      var place = range.lowerBound
      var part = 0
      while place < range.upperBound {
        let header = try bytes(at: place, Self.lengthBytes)
        let count = header.reversed().reduce(0) { $0 << 8 | Int($1) }
        place += Self.lengthBytes
        if part == wanted { try body(try bytes(at: place, count)) }
        place += count
        part = (part + 1) % encoders.count
      }
    }
  }

  private func bytes(at place: Int, _ count: Int) throws -> [UInt8] {
    guard count > 0 else { return [] }
    try file.seek(toOffset: UInt64(place))
    guard let data = try file.read(upToCount: count), data.count == count else {
      throw Self.failure
    }
    return Array(data)
  }

  private static let lengthBytes = 4
  private static let mostWaiting = 1 << 18

  private static let failure = Diagnostic(
    .error, "O003", "the temporary folder cannot be written",
    help: "free some room, or set TMPDIR to a folder that has it")
}
