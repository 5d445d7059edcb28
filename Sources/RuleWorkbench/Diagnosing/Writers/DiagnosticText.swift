import Diagnostics

/// Diagnostics as a terminal shows them.
enum DiagnosticText: DiagnosticWriter {
  static let id = "text"

  static func write(_ diagnostics: [Diagnostic], toolVersion: String) -> String {
    diagnostics.map { DiagnosticRenderer().render($0) }.joined()
  }
}
