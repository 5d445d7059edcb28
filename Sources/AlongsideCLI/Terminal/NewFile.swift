import Foundation

/// A file that a command begins for the user to go on with.
enum NewFile {
  /// Writes a text to a file that is not there yet, or to standard output for `-`.
  static func write(_ text: String, to path: String) throws {
    guard path != "-" else { return try OutputFile.writeToStandardOutput(Array(text.utf8)) }
    guard !FileManager.default.fileExists(atPath: path) else {
      Console.standardError(
        "\(path): error[O004]: is there already\n  help: name another file, or move this one away\n"
      )
      throw ExitStatus.nothingDone
    }
    try OutputFile.write(to: path) { try $0(Array(text.utf8)) }
  }
}
