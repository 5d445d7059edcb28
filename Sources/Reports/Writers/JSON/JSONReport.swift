import JSONText
public import TimelineModel

/// The versioned document `alongside.scan/1`, for machines and for later reports.
public enum JSONReport: ReportWriter {
  /// The name.
  public static let id = "json"
  /// What it is for.
  public static let summary = "the versioned document alongside.scan/1, for other programs"
  /// The ending.
  public static let fileExtension = "json"

  /// Renders the document: run, coverage, headline, captures, exposures.
  public static func render(_ report: ScanReport, _ options: ReportOptions) -> [UInt8] {
    var json = JSONWriter(indent: 1)
    let evidence = Evidence(options: options)
    json.object { json in
      json.member("schema", "alongside.scan/1")
      JSONRun.write(report.run, report.outcome.inputs, options, &json)
      JSONCoverage.write(report.outcome, &json)
      JSONHeadline.write(report, &json)
      writeCaptures(report.outcome, &json)
      let own = report.run.organisation?.accounts.map(\.name) ?? []
      for (key, exposures) in [
        ("exposures", report.outcome.exposures),
        ("thread_exposures", report.outcome.threadExposures),
      ] {
        json.key(key)
        json.array { json in
          for exposure in exposures {
            JSONExposure(evidence: evidence, ownAccounts: own).write(exposure, &json)
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private static func writeCaptures(_ outcome: ScanOutcome, _ json: inout JSONWriter) {
    json.key("captures")
    json.array { json in
      for capture in outcome.captures {
        json.object { json in
          json.member("input", capture.input)
          json.member("feed", capture.feed)
          json.member("order", capture.order.rawValue)
          json.member("platform", capture.platform.rawValue)
          json.member("entries", capture.entries)
          json.member("own_posts", capture.exposures)
        }
      }
    }
    json.key("refused")
    json.array { json in
      for refusal in outcome.refusals {
        json.object { json in
          json.member("input", refusal.input)
          json.member("feed", refusal.feed)
          json.member("order", refusal.order.rawValue)
          json.member("own_posts", refusal.ownPosts)
          json.member("entries", refusal.entries)
          json.member("reason", refusal.reason)
        }
      }
    }
  }
}

extension JSONWriter {
  /// Writes a key and a string.
  mutating func member(_ key: String, _ text: String) {
    self.key(key)
    value(text)
  }

  /// Writes a key and a string, or null.
  mutating func member(_ key: String, _ text: String?) {
    self.key(key)
    if let text { value(text) } else { null() }
  }

  /// Writes a key and a number.
  mutating func member(_ key: String, _ number: Int) {
    self.key(key)
    value(number)
  }

  /// Writes a key and a number, or null.
  mutating func member(_ key: String, _ number: Double?) {
    self.key(key)
    if let number { value(number) } else { null() }
  }

  /// Writes a key and a boolean.
  mutating func member(_ key: String, _ flag: Bool) {
    self.key(key)
    value(flag)
  }

  /// Writes a key and strings.
  mutating func member(_ key: String, _ texts: [String]) {
    self.key(key)
    array { json in
      for text in texts { json.value(text) }
    }
  }

  /// Writes a key and counts by tier, the worst first.
  mutating func member(_ key: String, _ counts: Tally.TierCounts) {
    self.key(key)
    object { json in
      for tier in Tier.allCases {
        if let count = counts[tier] { json.member(tier.rawValue, count) }
      }
    }
  }
}
