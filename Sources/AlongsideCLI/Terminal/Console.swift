import Diagnostics
import Foundation

/// What goes to the user's terminal.
enum Console {
  /// Writes to standard error; nothing can be done when that fails.
  static func standardError(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Whether somebody watches standard error.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Tells diagnostics on standard error.
  static func tell(_ diagnostics: [Diagnostic]) {
    let renderer = DiagnosticRenderer(colour: usesColour(on: STDERR_FILENO))
    standardError(diagnostics.map(renderer.render).joined())
  }

  /// Whether a stream is a terminal that wants colour; `NO_COLOR` says no.
  static func usesColour(on descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(descriptor) == 1 && environment["NO_COLOR", default: ""].isEmpty
      && environment["TERM"] != "dumb"
  }

  /// The columns of the terminal that a stream is, or 80.
  static func width(of descriptor: Int32) -> Int {
    var size = winsize()
    // SAFETY: the call fills the structure of the type that it expects.
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return min(max(Int(size.ws_col), 40), 120)
  }
}
