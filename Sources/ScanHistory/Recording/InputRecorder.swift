import Digests
import GRDB
import TimelineModel

/// Writes all that was measured in one file, within one transaction.
struct InputRecorder {
  private let db: Database
  private let file: MeasuredFile
  private let name: CaptureName
  private let method: Method
  private var captures: [Int: NamedCapture] = [:]
  private var names: NameNumbers

  init(_ file: MeasuredFile, named name: CaptureName, by method: Method, in db: Database) {
    self.file = file
    self.name = name
    self.method = method
    self.db = db
    names = NameNumbers(db)
  }

  /// The content of a file by which its input is known: the digest of the unpacked bytes.
  static func content(of outcome: ScanOutcome) -> String {
    let digests = outcome.inputs.map { $0.sha256 ?? "" }
    guard digests.count != 1 else { return digests[0] }
    // The members of one container, in their order.
    return SHA256Hasher.digest(of: Array(digests.joined(separator: "\n").utf8))
  }

  /// Writes the input, with the number that it had before if it had one, and returns the number.
  mutating func record(content: String, number: Int64?) throws -> Int64 {
    let inputs = file.outcome.inputs
    try db.execute(
      sql: """
        INSERT INTO inputs (id, content, method, format, bytes, records, problems, name)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        number, content, try method.number(in: db),
        Set(inputs.compactMap(\.format)).sorted().joined(separator: " "),
        inputs.reduce(0) { $0 + $1.bytes }, inputs.reduce(0) { $0 + $1.records },
        inputs.reduce(0) { $0 + $1.problems }, name.text,
      ])
    let input = db.lastInsertedRowID
    try recordCaptures(of: input)
    try recordExposures()
    try recordRefusals(of: input)
    try TallyRecorder(db: db, input: input, accounts: file.accounts)
      .record(file.outcome.tally, &names)
    try InputNames.date(input, by: name, in: db)
    return input
  }

  private mutating func recordCaptures(of input: Int64) throws {
    for (number, capture) in file.outcome.captures.enumerated() {
      let isThread = capture.order == .thread && !method.assumesFeedOrder
      try db.execute(
        sql: """
          INSERT INTO captures (input, number, feed, platform, order_class, surface, dated_by,
            entries, exposures, slots, others_unsafe, others_unsuitable)
          VALUES (?, ?, ?, ?, ?, ?, 'nothing', ?, ?, ?, ?, ?)
          """,
        arguments: [
          input, number, capture.feed, capture.platform.rawValue, capture.order.rawValue,
          isThread ? "thread" : "feed", capture.entries, capture.exposures,
          capture.slots, capture.othersUnsafe, capture.othersUnsuitable,
        ])
      captures[capture.number] = NamedCapture(
        id: db.lastInsertedRowID, feed: capture.feed, platform: capture.platform.rawValue,
        name: name)
    }
  }

  private mutating func recordExposures() throws {
    let exposures = try db.makeStatement(
      sql: "INSERT INTO exposures VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1)")
    let neighbours = try db.makeStatement(
      sql: "INSERT INTO neighbours VALUES (?,?,?,?,?,?,?,?,?)")
    let findings = try db.makeStatement(
      sql: "INSERT INTO findings VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
    var known = captures
    var names = names
    try file.rows { row in
      guard var recorded = known[row.capture] else { return }
      recorded.add(row)
      known[row.capture] = recorded
      let capture = recorded.id
      let post = try names.post(row)
      let surroundings = try names.surroundings(row.surroundings)
      let sighting = recorded.sighting(slot: row.slot, post: row.post)
      try exposures.execute(arguments: [
        capture, row.slot, post, row.above, row.below, row.isMeasured,
        row.isUnsafe, row.isUnsuitable, row.isContradiction, row.hasUnknown, surroundings, row.risk,
        row.metrics.views,
        row.metrics.likes, row.metrics.reposts, row.metrics.replies, sighting, row.abovePost,
        row.belowPost,
      ])
      for neighbour in row.neighbours {
        try neighbours.execute(arguments: [
          capture, row.slot, neighbour.place, neighbour.kind.name, neighbour.isPromoted,
          neighbour.isOwn, neighbour.isUnknown, neighbour.post, neighbour.author,
        ])
        for (number, finding) in neighbour.findings.enumerated() {
          let rule = try names.rule(finding)
          try findings.execute(arguments: [
            capture, row.slot, neighbour.place, number, rule, finding.tier?.rawValue,
            finding.role.name, finding.post, finding.author, finding.field.name,
            finding.span.lowerBound, finding.span.upperBound, finding.isCovered,
            finding.needsReview, finding.fingerprint,
          ])
        }
      }
    }
    self.names = names
    captures = known
    for capture in known.values { try capture.date(in: db) }
  }

  private func recordRefusals(of input: Int64) throws {
    for (number, refusal) in file.outcome.refusals.enumerated() {
      try db.execute(
        sql: "INSERT INTO refusals VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          input, number, refusal.feed, refusal.order.rawValue, refusal.reason, refusal.ownPosts,
          refusal.entries,
        ])
    }
  }
}
