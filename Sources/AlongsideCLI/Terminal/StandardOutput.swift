import Foundation

/// Writing to standard output failed because nobody reads it any more.
struct ClosedPipe: Error {
  /// Makes a closed pipe an error of the write instead of the end of the program.
  static func ignoreSignal() {
    signal(SIGPIPE, SIG_IGN)
  }
}

/// Bytes to standard output or to a file.
enum OutputFile {
  /// Writes all bytes to standard output; throws `ClosedPipe` when nobody reads.
  static func writeToStandardOutput(_ bytes: [UInt8]) throws {
    var written = 0
    while written < bytes.count {
      // SAFETY: the range lies within the array.
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(
          STDOUT_FILENO, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw ClosedPipe()
      } else if errno != EINTR {
        Console.standardError("alongside: error[O001]: cannot write to standard output\n")
        throw ExitStatus.incomplete
      }
    }
  }

  /// Writes a file piece by piece, or standard output for `-`.
  ///
  /// The file takes its place when it is whole: what stood there before is never half replaced.
  static func write(
    to path: String, _ body: (_ output: @escaping ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    guard path != "-" else { return try body(writeToStandardOutput) }
    // A device or pipe is written to; nothing takes its place.
    let isSpecial = isSpecial(path)
    let place = isSpecial ? path : URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let partial = isSpecial ? path : place + ".partial"
    do {
      guard isSpecial || FileManager.default.createFile(atPath: partial, contents: nil),
        let file = FileHandle(forWritingAtPath: partial)
      else { throw CocoaError(.fileWriteUnknown) }
      try body { try file.write(contentsOf: $0) }
      try file.close()
      // SAFETY: both paths are passed as C strings for the call.
      guard unsafe isSpecial || rename(partial, place) == 0 else {
        throw CocoaError(.fileWriteUnknown)
      }
    } catch is CocoaError {
      // SAFETY: the path is passed as a C string for the call.
      if !isSpecial { unsafe unlink(partial) }
      Console.standardError(
        "\(path): error[O002]: cannot be written\n  help: check the folder and its permissions\n")
      throw ExitStatus.incomplete
    }
  }

  /// Whether a path leads to something that is no file, such as `/dev/null`.
  private static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    // SAFETY: the path is passed as a C string, and the call fills the structure.
    guard unsafe stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG
  }
}
