import GRDB
import TimelineModel

/// The numbers of accounts and rules, by which rows name them in a few bytes.
struct NameNumbers {
  private let db: Database
  private var accounts: [String: Int64] = [:]
  private var rules: [String: Int64] = [:]

  init(_ db: Database) {
    self.db = db
  }

  /// The number of an own account such as `x:@council`.
  mutating func account(_ name: String) throws -> Int64 {
    if let known = accounts[name] { return known }
    try db.execute(
      sql: "INSERT INTO accounts (name, platform) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [name, String(name.prefix { $0 != ":" })])
    let number = try Int64.fetchOne(
      db, sql: "SELECT id FROM accounts WHERE name = ?", arguments: [name])
    accounts[name] = number
    return number ?? 0
  }

  /// The number of a rule as it stands.
  mutating func rule(_ finding: ExposureRow.Finding) throws -> Int64 {
    if let known = rules[finding.rule] { return known }
    let arguments: StatementArguments = [
      finding.rule, finding.category, finding.ruleTier.rawValue, finding.confidence,
      finding.target,
    ]
    try db.execute(
      sql: """
        INSERT INTO rules (name, category, tier, confidence, target) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """, arguments: arguments)
    let number = try Int64.fetchOne(
      db,
      sql: """
        SELECT id FROM rules
        WHERE name = ? AND category = ? AND tier = ? AND confidence = ? AND target = ?
        """, arguments: arguments)
    rules[finding.rule] = number
    return number ?? 0
  }
}
