import Diagnostics
import JSONText

extension TestReport {
  /// The report as JSON: counts, and every case with the codes and places of what is wrong.
  package var json: String {
    var json = JSONWriter(indent: 1)
    json.object { json in
      json.key("schema")
      json.value("alongside.rules-test/1")
      for (key, count) in [
        ("packs", packs), ("rules", rules), ("examples", examples), ("posts", posts),
      ] {
        json.key(key)
        json.value(count)
      }
      json.key("passes")
      json.value(passes)
      json.key("failing")
      json.array { json in
        let all = cases + [Case(suite: "packs", name: "reading", file: "", diagnostics: faults)]
        for entry in all where !entry.diagnostics.isEmpty { Self.write(entry, &json) }
      }
    }
    json.endLine()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private static func write(_ entry: Case, _ json: inout JSONWriter) {
    json.object { json in
      json.key("suite")
      json.value(entry.suite)
      json.key("name")
      json.value(entry.name)
      json.key("problems")
      json.array { json in
        for diagnostic in entry.diagnostics {
          json.object { json in
            json.key("code")
            json.value(diagnostic.code)
            json.key("severity")
            json.value(diagnostic.severity.rawValue)
            json.key("place")
            json.value(diagnostic.location?.description ?? "")
            json.key("message")
            json.value(diagnostic.message)
          }
        }
      }
    }
  }
}
