import GRDB
import TimelineModel

/// Reads captures with their own posts back, one capture at a time, in an order that depends on
/// what was measured alone: day, platform, feed, content, place.
struct CaptureRows {
  /// A capture and where it came from.
  struct Capture {
    var id: Int64
    var content: String
    var feed: String
    var viewer: String?
    var platform: String
    var orderClass: String
    var surface: String
    var day: String?
    var time: String?
    var datedBy: String
    var entries: Int
    var exposures: Int
    var slots: Int
    var othersUnsafe: Int
    var othersUnsuitable: Int
    var input: Int64
    var method: Int64
  }

  /// An own post as it stands in the history.
  struct Exposure {
    var row = ExposureRow()
    var isCounted = true
  }

  let db: Database

  /// Hands on the captures of a period, or all.
  func captures(of period: Period?, _ body: (Capture) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT c.*, i.content, i.method FROM captures c JOIN inputs i ON i.id = c.input
        WHERE :first IS NULL OR c.day BETWEEN :first AND :last
        ORDER BY c.day, c.platform, c.feed, i.content, c.number
        """, arguments: ["first": period?.first, "last": period?.last])
    while let row = try rows.next() {
      try body(
        Capture(
          id: row["id"], content: row["content"], feed: row["feed"], viewer: row["viewer"],
          platform: row["platform"], orderClass: row["order_class"], surface: row["surface"],
          day: row["day"], time: row["time"], datedBy: row["dated_by"], entries: row["entries"],
          exposures: row["exposures"], slots: row["slots"], othersUnsafe: row["others_unsafe"],
          othersUnsuitable: row["others_unsuitable"], input: row["input"],
          method: row["method"]))
    }
  }

  /// Hands on the own posts of a capture from its top, with their neighbours and findings; of some
  /// slots or of all.
  func exposures(
    of capture: Int64, in slots: ClosedRange<Int> = 0...Int.max,
    _ body: (Exposure) throws -> Void
  ) throws {
    let place: StatementArguments = [capture, slots.lowerBound, slots.upperBound]
    let exposures = try db.cachedStatement(
      sql: """
        SELECT a.name, p.post AS post_id, p.posted_at, p.url, e.*
        FROM exposures e JOIN own_posts p ON p.id = e.post JOIN accounts a ON a.id = p.account
        WHERE e.capture = ? AND e.slot BETWEEN ? AND ? ORDER BY e.slot
        """)
    let rows = try Row.fetchCursor(exposures, arguments: place)
    var neighbours = try NeighbourRows(at: place, in: db)
    while let row = try rows.next() {
      var exposure = Exposure(row: ExposureRow(row), isCounted: row["is_counted"])
      exposure.row.neighbours = try neighbours.take(slot: exposure.row.slot)
      try body(exposure)
    }
  }

  /// The own post of a capture and slot.
  func exposure(_ capture: Int64, slot: Int) throws -> Exposure? {
    var found: Exposure?
    try exposures(of: capture, in: slot...slot) { found = $0 }
    return found
  }
}

/// The neighbours of own posts in some slots of a capture, read along with them.
private struct NeighbourRows {
  private let neighbours: RowCursor
  private let findings: RowCursor
  private var neighbour: Row?
  private var finding: Row?

  init(at place: StatementArguments, in db: Database) throws {
    neighbours = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT * FROM neighbours WHERE capture = ? AND slot BETWEEN ? AND ? ORDER BY slot, place
          """), arguments: place)
    findings = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT f.*, r.name, r.category, r.tier AS rule_tier, r.confidence, r.target
          FROM findings f JOIN rules r ON r.id = f.rule
          WHERE f.capture = ? AND f.slot BETWEEN ? AND ? ORDER BY f.slot, f.place, f.number
          """), arguments: place)
    neighbour = try neighbours.next()
    finding = try findings.next()
  }

  mutating func take(slot: Int) throws -> [ExposureRow.Neighbour] {
    var taken: [ExposureRow.Neighbour] = []
    while let row = neighbour, row["slot"] == slot {
      var next = ExposureRow.Neighbour(row)
      neighbour = try neighbours.next()
      while let row = finding, row["slot"] == slot, row["place"] == next.place {
        next.findings.append(ExposureRow.Finding(row))
        finding = try findings.next()
      }
      taken.append(next)
    }
    return taken
  }
}

extension ExposureRow {
  fileprivate init(_ row: Row) {
    slot = row["slot"]
    account = row["name"]
    post = row["post_id"]
    postedAt = row["posted_at"]
    url = row["url"]
    isContradiction = row["is_contradiction"]
    above = row["above"]
    below = row["below"]
    isMeasured = row["is_measured"]
    isUnsafe = row["is_unsafe"]
    isUnsuitable = row["is_unsuitable"]
    hasUnknown = row["has_unknown"]
    risk = row["risk"]
    metrics.views = row["views"]
    metrics.likes = row["likes"]
    metrics.reposts = row["reposts"]
    metrics.replies = row["replies"]
    abovePost = row["above_post"]
    belowPost = row["below_post"]
  }
}

extension ExposureRow.Neighbour {
  fileprivate init(_ row: Row) {
    place = row["place"]
    kind = EntryKind.allCases.first { $0.name == row["kind"] } ?? .placeholder
    isPromoted = row["is_promoted"]
    isOwn = row["is_own"]
    isUnknown = row["is_unknown"]
    post = row["post"]
    author = row["author"]
  }
}

extension ExposureRow.Finding {
  fileprivate init(_ row: Row) {
    rule = row["name"]
    category = row["category"]
    ruleTier = Tier(rawValue: row["rule_tier"]) ?? .low
    confidence = row["confidence"]
    target = row["target"]
    tier = (row["tier"] as String?).flatMap(Tier.init(rawValue:))
    role = ContentRole.allCases.first { $0.name == row["role"] } ?? .own
    post = row["post"]
    author = row["author"]
    field = FieldKind(name: row["field"]) ?? .text
    let start: Int = row["start"]
    span = start..<max(start, row["end"])
    isCovered = row["is_covered"]
    needsReview = row["needs_review"]
    fingerprint = row["fingerprint"]
  }
}
