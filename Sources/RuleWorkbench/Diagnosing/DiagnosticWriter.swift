package import Diagnostics

/// Writes what is wrong with packs in one format.
package protocol DiagnosticWriter: SendableMetatype {
  /// The name of the format, as options call it.
  static var id: String { get }
  /// All of it, ending in a line break.
  static func write(_ diagnostics: [Diagnostic], toolVersion: String) -> String
}

/// Every format for diagnostics.
package enum DiagnosticWriters {
  /// In the order of help texts.
  package static let all: [any DiagnosticWriter.Type] = [
    DiagnosticText.self, DiagnosticJSON.self, DiagnosticSARIF.self,
  ]
}
