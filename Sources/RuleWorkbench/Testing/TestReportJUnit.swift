import Diagnostics

extension TestReport {
  /// The report as JUnit XML, in the form that Jenkins checks: a suite a pack, a case a rule.
  package var junit: String {
    var suites: [(name: String, cases: [Case])] = []
    for entry in cases {
      if suites.last?.name != entry.suite { suites.append((entry.suite, [])) }
      suites[suites.count - 1].cases.append(entry)
    }
    if !faults.isEmpty {
      suites.append(
        ("packs", [Case(suite: "packs", name: "reading", file: "", diagnostics: faults)]))
    }
    var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n"
    for suite in suites {
      let failures = suite.cases.count { $0.failure != nil }
      text += "  <testsuite name=\"\(Self.escaped(suite.name))\" tests=\"\(suite.cases.count)\" "
      text += "failures=\"\(failures)\" errors=\"0\""
      if let file = suite.cases.first?.file, !file.isEmpty {
        text += " file=\"\(Self.escaped(file))\""
      }
      text += ">\n"
      text += suite.cases.map(Self.element).joined() + "  </testsuite>\n"
    }
    return text + "</testsuites>\n"
  }

  private static func element(_ entry: Case) -> String {
    let start =
      "    <testcase classname=\"\(escaped(entry.suite))\" name=\"\(escaped(entry.name))\""
    guard let failure = entry.failure else { return start + "/>\n" }
    return start + ">\n      <failure message=\"\(escaped(failure.message))\" "
      + "type=\"\(failure.code)\">\(escaped(failure.details))</failure>\n    </testcase>\n"
  }

  /// Text without markup, and without the controls that XML has no way to write.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension TestReport.Case {
  /// The first error, and all of them as a terminal shows them.
  fileprivate var failure: (message: String, code: String, details: String)? {
    let errors = diagnostics.filter { $0.severity == .error }
    guard let first = errors.first else { return nil }
    return (
      first.message, first.code, errors.map { DiagnosticRenderer().render($0) }.joined()
    )
  }
}
