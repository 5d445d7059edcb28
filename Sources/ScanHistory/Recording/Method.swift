import Digests
import GRDB
import JSONText
package import TimelineModel

/// What a measurement depends on besides the archive.
package struct Method: Hashable, Sendable {
  /// The program's version.
  package var tool: String
  /// The packs, by name.
  package var packs: [RunInfo.Pack]
  /// The strictest level of rules that scores.
  package var strictness: Int
  /// Whether stance rules lower findings.
  package var appliesStance: Bool
  /// Whether every order is taken for a feed's.
  package var assumesFeedOrder: Bool
  /// The organisation's file, word for word: accounts and policy.
  package var policy: String

  package init(
    tool: String, packs: [RunInfo.Pack], strictness: Int, appliesStance: Bool,
    assumesFeedOrder: Bool, policy: String
  ) {
    self.tool = tool
    self.packs = packs
    self.strictness = strictness
    self.appliesStance = appliesStance
    self.assumesFeedOrder = assumesFeedOrder
    self.policy = policy
  }

  /// The SHA-256 of all of it.
  package var digest: String {
    var json = JSONWriter()
    json.array { json in
      json.value(tool)
      json.value(strictness)
      json.value(appliesStance)
      json.value(assumesFeedOrder)
      json.value(policy)
      for pack in packs { json.value(pack.name + " " + pack.version + " " + pack.sha256) }
    }
    return SHA256Hasher.digest(of: json.bytes)
  }
}

extension Method {
  /// The method's number in a history, which learns it when it is new.
  func number(in db: Database) throws -> Int64 {
    let digest = digest
    let known = try Int64.fetchOne(
      db, sql: "SELECT id FROM methods WHERE digest = ?", arguments: [digest])
    if let known { return known }
    try db.execute(
      sql: """
        INSERT INTO methods (digest, tool, strictness, stance, assumes_feed_order, policy)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [digest, tool, strictness, appliesStance, assumesFeedOrder, policy])
    let number = db.lastInsertedRowID
    for pack in packs {
      try db.execute(
        sql: "INSERT INTO method_packs VALUES (?, ?, ?, ?, ?)",
        arguments: [number, pack.name, pack.version, pack.sha256, pack.rules])
    }
    return number
  }

  /// Reads a method back.
  static func fetch(_ number: Int64, in db: Database) throws -> Method? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM methods WHERE id = ?", arguments: [number])
    else { return nil }
    let packs = try Row.fetchAll(
      db, sql: "SELECT * FROM method_packs WHERE method = ? ORDER BY name", arguments: [number])
    return Method(
      tool: row["tool"],
      packs: packs.map {
        RunInfo.Pack(
          name: $0["name"], version: $0["version"], sha256: $0["sha256"], rules: $0["rules"])
      },
      strictness: row["strictness"], appliesStance: row["stance"],
      assumesFeedOrder: row["assumes_feed_order"], policy: row["policy"])
  }
}

extension Method {
  /// The method in a few words: program, packs, level, digest.
  package var summary: String {
    let packs = packs.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    return "alongside \(tool), strictness \(strictness)\(appliesStance ? "" : ", no stance"), "
      + "method \(digest.prefix(12)): \(packs)"
  }
}
