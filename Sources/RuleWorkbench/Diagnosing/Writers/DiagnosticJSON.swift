import Diagnostics
import JSONText

/// Diagnostics as a list in JSON.
enum DiagnosticJSON: DiagnosticWriter {
  static let id = "json"

  static func write(_ diagnostics: [Diagnostic], toolVersion: String) -> String {
    var json = JSONWriter(indent: 1)
    json.object { json in
      json.key("schema")
      json.value("alongside.rules-diagnostics/1")
      json.key("diagnostics")
      json.array { json in
        for diagnostic in diagnostics { write(diagnostic, &json) }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
    json.object { json in
      json.key("code")
      json.value(diagnostic.code)
      json.key("severity")
      json.value(diagnostic.severity.rawValue)
      json.key("message")
      json.value(diagnostic.message)
      if let location = diagnostic.location {
        json.key("file")
        json.value(location.file)
        if case .text(_, let line, let column) = location {
          json.key("line")
          json.value(line)
          json.key("column")
          json.value(column)
        }
      }
      if let length = diagnostic.excerpt?.length {
        json.key("length")
        json.value(length)
      }
      for (key, value) in [("help", diagnostic.help), ("fix", diagnostic.fix)] {
        guard let value else { continue }
        json.key(key)
        json.value(value)
      }
    }
  }
}
