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

  /// Renders the document: run, coverage, headline, captures, and every exposure that was kept.
  public static func render(_ review: Review, _ options: ReportOptions) -> [UInt8] {
    let report = review.scan
    let encode = exposureEncoder(options)
    var bytes = head(review, options)
    bytes += list("exposures", report.outcome.exposures.flatMap(encode))
    bytes += list("thread_exposures", report.outcome.threadExposures.flatMap(encode))
    if let change = review.change {
      var json = JSONWriter(indent: 1)
      json.object { JSONChange.write(change, &$0) }
      // The member stands in the document's own object.
      bytes += Array(",".utf8) + json.bytes.dropFirst().dropLast(2)
    }
    return bytes + tail
  }

  /// Encodes exposures one by one, for a document that is put together later.
  public static func exposureEncoder(
    _ options: ReportOptions
  ) -> @Sendable (Exposure) -> [UInt8] {
    let evidence = Evidence(options: options)
    return { exposure in
      var json = JSONWriter()
      JSONExposure(evidence: evidence).write(exposure, &json)
      return Array(",\n  ".utf8) + json.bytes
    }
  }

  /// Writes the document with exposures that were encoded before, a piece at a time.
  ///
  /// Each closure hands on what `exposureEncoder` made of its exposures, in their order.
  public static func write(
    _ review: Review, _ options: ReportOptions, to output: @escaping ([UInt8]) throws -> Void,
    feeds: (([UInt8]) throws -> Void) throws -> Void,
    threads: (([UInt8]) throws -> Void) throws -> Void
  ) throws {
    try output(head(review, options))
    try write("exposures", feeds, to: output)
    try write("thread_exposures", threads, to: output)
    try output(tail)
  }

  private static func write(
    _ key: String, _ read: (([UInt8]) throws -> Void) throws -> Void,
    to output: @escaping ([UInt8]) throws -> Void
  ) throws {
    var isEmpty = true
    try output(opening(key))
    try read { piece in
      // Each item begins with the comma that parts it from the one before.
      try output(isEmpty ? Array(piece.dropFirst()) : piece)
      isEmpty = isEmpty && piece.isEmpty
    }
    try output(closing(isEmpty: isEmpty))
  }

  /// Everything before the exposures, without the end of the object.
  private static func head(_ review: Review, _ options: ReportOptions) -> [UInt8] {
    let report = review.scan
    var json = JSONWriter(indent: 1)
    json.object { json in
      json.member("schema", "alongside.scan/1")
      JSONRun.write(report.run, report.outcome.inputs, options, &json)
      JSONCoverage.write(report.outcome, &json)
      JSONHeadline.write(report, &json)
      JSONReview.write(review, &json)
      writeRules(report, &json)
      writeCaptures(report.outcome, &json)
    }
    return json.bytes.dropLast(2)
  }

  private static let tail = Array("\n}\n".utf8)

  private static func opening(_ key: String) -> [UInt8] {
    Array(",\n \"\(key)\": [".utf8)
  }

  private static func closing(isEmpty: Bool) -> [UInt8] {
    Array((isEmpty ? "]" : "\n ]").utf8)
  }

  private static func list(_ key: String, _ items: [UInt8]) -> [UInt8] {
    opening(key) + items.dropFirst() + closing(isEmpty: items.isEmpty)
  }

  /// What each rule looks for that found something in or near an own post.
  private static func writeRules(_ report: ScanReport, _ json: inout JSONWriter) {
    json.key("rules")
    json.object { json in
      for rule in report.outcome.feeds.rules.union(report.outcome.threads.rules).sorted() {
        json.member(rule, report.run.summaries[rule])
      }
    }
  }

  private static func writeCaptures(_ outcome: ScanOutcome, _ json: inout JSONWriter) {
    json.key("captures")
    json.array { json in
      for capture in outcome.captures {
        json.object { json in
          json.member("number", capture.number)
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
