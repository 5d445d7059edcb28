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

  /// Writes a whole file, or standard output for `-`; a file is never left half written.
  static func write(_ bytes: [UInt8], to path: String) throws {
    guard path != "-" else { return try writeToStandardOutput(bytes) }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      Console.standardError(
        "\(path): error[O002]: cannot be written\n  help: check the folder and its permissions\n")
      throw ExitStatus.incomplete
    }
  }
}
