import Diagnostics
import JSONText

/// Diagnostics in SARIF 2.1.0, which code hosts show beside the lines of a change.
enum DiagnosticSARIF: DiagnosticWriter {
  static let id = "sarif"

  static func write(_ diagnostics: [Diagnostic], toolVersion: String) -> String {
    var json = JSONWriter(indent: 1)
    json.object { json in
      json.key("$schema")
      json.value("https://json.schemastore.org/sarif-2.1.0.json")
      json.key("version")
      json.value("2.1.0")
      json.key("runs")
      json.array { json in
        json.object { json in
          writeTool(diagnostics, toolVersion, &json)
          json.key("columnKind")
          json.value("unicodeCodePoints")
          json.key("results")
          json.array { json in for diagnostic in diagnostics { write(diagnostic, &json) } }
        }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func writeTool(
    _ diagnostics: [Diagnostic], _ version: String, _ json: inout JSONWriter
  ) {
    json.key("tool")
    json.object { json in
      json.key("driver")
      json.object { json in
        json.key("name")
        json.value("alongside")
        json.key("version")
        json.value(version)
        json.key("rules")
        json.array { json in
          for code in Set(diagnostics.map(\.code)).sorted() {
            json.object { json in
              json.key("id")
              json.value(code)
              json.key("help")
              json.object { json in
                json.key("text")
                json.value("docs/lints.md#\(code.lowercased())")
              }
            }
          }
        }
      }
    }
  }

  private static func write(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
    json.object { json in
      json.key("ruleId")
      json.value(diagnostic.code)
      json.key("level")
      json.value(diagnostic.severity.rawValue)
      json.key("message")
      writeText(diagnostic.message + (diagnostic.help.map { "; \($0)" } ?? ""), &json)
      guard let location = diagnostic.location else { return }
      json.key("locations")
      json.array { json in
        json.object { json in
          json.key("physicalLocation")
          json.object { json in
            writeFile(location.file, &json)
            writeRegion(diagnostic, &json)
          }
        }
      }
      writeFix(diagnostic, &json)
    }
  }

  private static func writeFix(_ diagnostic: Diagnostic, _ json: inout JSONWriter) {
    guard let fix = diagnostic.fix, let location = diagnostic.location else { return }
    json.key("fixes")
    json.array { json in
      json.object { json in
        json.key("artifactChanges")
        json.array { json in
          json.object { json in
            writeFile(location.file, &json)
            json.key("replacements")
            json.array { json in
              json.object { json in
                writeRegion(diagnostic, key: "deletedRegion", &json)
                json.key("insertedContent")
                writeText(fix, &json)
              }
            }
          }
        }
      }
    }
  }

  private static func writeText(_ text: String, _ json: inout JSONWriter) {
    json.object { json in
      json.key("text")
      json.value(text)
    }
  }

  private static func writeFile(_ file: String, _ json: inout JSONWriter) {
    json.key("artifactLocation")
    json.object { json in
      json.key("uri")
      json.value(uri(of: file))
    }
  }

  private static func writeRegion(
    _ diagnostic: Diagnostic, key: String = "region", _ json: inout JSONWriter
  ) {
    guard case .text(_, let line, let column) = diagnostic.location else { return }
    json.key(key)
    json.object { json in
      json.key("startLine")
      json.value(line)
      json.key("startColumn")
      json.value(column)
      json.key("endColumn")
      json.value(column + max(diagnostic.excerpt?.length ?? 1, 1))
    }
  }

  /// A path as a relative URI: what RFC 3986 does not allow in paths is written as bytes.
  private static func uri(of path: String) -> String {
    path.utf8.reduce(into: "") { uri, byte in
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII,
        scalar.properties.isAlphabetic || "0123456789-._~/:".unicodeScalars.contains(scalar)
      {
        uri.unicodeScalars.append(scalar)
      } else {
        uri += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
