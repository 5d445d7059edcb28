import Foundation
import GRDB
import TimelineModel

/// The numbers of accounts and rules, by which rows name them in a few bytes.
struct NameNumbers {
  private let db: Database
  private struct Post: Hashable {
    var account: Int64
    var id: String
    var postedAt: Int64?
    var url: String?
  }

  private var accounts: [String: Int64] = [:]
  private var rules: [String: Int64] = [:]
  private var posts: [Post: Int64] = [:]
  private var surroundings: [[UInt8]: Int64] = [:]

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

  /// The number of an encoded mark.
  mutating func surroundings(_ mark: [UInt8]) throws -> Int64 {
    if let known = surroundings[mark] { return known }
    let bytes = Data(mark)
    try db.execute(
      sql: "INSERT INTO surroundings (mark) VALUES (?) ON CONFLICT DO NOTHING", arguments: [bytes])
    let number = try Int64.fetchOne(
      db, sql: "SELECT id FROM surroundings WHERE mark = ?", arguments: [bytes])
    // A file with ever new surroundings must not fill the memory.
    if surroundings.count > 100_000 { surroundings.removeAll() }
    surroundings[mark] = number
    return number ?? 0
  }

  /// The number of a row's own post.
  mutating func post(_ row: ExposureRow) throws -> Int64 {
    let post = Post(
      account: try account(row.account), id: row.post, postedAt: row.postedAt, url: row.url)
    if let known = posts[post] { return known }
    let arguments: StatementArguments = [post.account, post.id, post.postedAt, post.url]
    try db.cachedStatement(
      sql: """
        INSERT INTO own_posts (account, post, posted_at, url) VALUES (?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """
    ).execute(arguments: arguments)
    let number =
      db.changesCount > 0
      ? db.lastInsertedRowID
      : try Int64.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT id FROM own_posts
            WHERE account = ? AND post = ? AND coalesce(posted_at, -1) = coalesce(?, -1)
              AND coalesce(url, '') = coalesce(?, '')
            """), arguments: arguments)
    // An export may name ever new posts; memory must not grow with them.
    if posts.count > 100_000 { posts.removeAll() }
    posts[post] = number
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
