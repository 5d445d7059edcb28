import GRDB
import TimelineModel

/// Adds up the counts of all entries of a period's inputs.
struct TallyReader {
  let db: Database
  let accounts: [String]

  func read(_ period: Period, into outcome: inout ScanOutcome) throws {
    let days: StatementArguments = ["first": period.first, "last": period.last]
    try readEntries(days, &outcome.tally)
    let categories = try Row.fetchAll(
      db,
      sql: """
        SELECT c.category, c.tier, sum(c.entries) AS entries
        FROM entry_category_counts c JOIN inputs i ON i.id = c.input
        WHERE i.day BETWEEN :first AND :last GROUP BY 1, 2
        """, arguments: days)
    for row in categories {
      guard let tier = Tier(rawValue: row["tier"]) else { continue }
      outcome.tally.categories[CategoryID(row["category"] as String), default: [:]][tier] =
        row["entries"]
    }
    let undecided = try Row.fetchAll(
      db,
      sql: """
        SELECT u.rule, sum(u.posts) AS posts FROM undecided_counts u JOIN inputs i ON i.id = u.input
        WHERE i.day BETWEEN :first AND :last GROUP BY 1
        """, arguments: days)
    for row in undecided { outcome.tally.undecidedRules[row["rule"]] = row["posts"] }
    try readReplies(days, &outcome.tally)
    try readRefusals(days, &outcome)
  }

  private func readEntries(_ days: StatementArguments, _ tally: inout Tally) throws {
    let columns = [
      "posts", "reposts", "quotes", "replies", "placeholders", "promoted", "texts", "own",
      "others", "others_unsafe", "others_perhaps_unsafe", "others_unsuitable",
      "others_perhaps_unsuitable", "missing", "truncated", "undescribed_media",
      "unsupported_language", "undecided",
    ]
    let sums = columns.map { "coalesce(sum(e.\($0)), 0) AS \($0)" }.joined(separator: ", ")
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT \(sums) FROM entry_counts e JOIN inputs i ON i.id = e.input
        WHERE i.day BETWEEN :first AND :last
        """, arguments: days)
    guard let row else { return }
    for (kind, column) in [
      (EntryKind.post, "posts"), (.repost, "reposts"), (.quote, "quotes"), (.reply, "replies"),
      (.placeholder, "placeholders"),
    ] where row[column] > 0 { tally.entries[kind] = row[column] }
    tally.promoted = row["promoted"]
    tally.posts = row["texts"]
    tally.own = row["own"]
    tally.others = row["others"]
    tally.othersUnsafe = row["others_unsafe"]
    tally.othersPerhapsUnsafe = row["others_perhaps_unsafe"]
    tally.othersUnsuitable = row["others_unsuitable"]
    tally.othersPerhapsUnsuitable = row["others_perhaps_unsuitable"]
    tally.missing = row["missing"]
    tally.truncated = row["truncated"]
    tally.undescribedMedia = row["undescribed_media"]
    tally.unsupportedLanguage = row["unsupported_language"]
    tally.undecided = row["undecided"]
  }

  private func readReplies(_ days: StatementArguments, _ tally: inout Tally) throws {
    let surfaces = try Row.fetchAll(
      db,
      sql: """
        SELECT a.name, sum(r.replies) AS replies, sum(r.quotes) AS quotes,
          sum(r.reposts) AS reposts, sum(r.unsuitable) AS unsuitable, sum(r.views) AS views,
          sum(r.likes) AS likes, sum(r.passed_on) AS passed_on, sum(r.answers) AS answers
        FROM reply_counts r JOIN inputs i ON i.id = r.input JOIN accounts a ON a.id = r.account
        WHERE i.day BETWEEN :first AND :last GROUP BY a.name
        """, arguments: days)
    for row in surfaces {
      guard let index = accounts.firstIndex(of: row["name"]) else { continue }
      var surface = Tally.ReplySurface()
      surface.replies = row["replies"]
      surface.quotes = row["quotes"]
      surface.reposts = row["reposts"]
      surface.unsuitable = row["unsuitable"]
      surface.metrics.views = row["views"]
      surface.metrics.likes = row["likes"]
      surface.metrics.reposts = row["passed_on"]
      surface.metrics.replies = row["answers"]
      tally.replySurface[index] = surface
    }
    let categories = try Row.fetchAll(
      db,
      sql: """
        SELECT a.name, c.category, c.tier, sum(c.replies) AS replies
        FROM reply_category_counts c JOIN inputs i ON i.id = c.input
          JOIN accounts a ON a.id = c.account
        WHERE i.day BETWEEN :first AND :last GROUP BY 1, 2, 3
        """, arguments: days)
    for row in categories {
      guard let index = accounts.firstIndex(of: row["name"]), let tier = Tier(rawValue: row["tier"])
      else { continue }
      let category = CategoryID(row["category"] as String)
      tally.replySurface[index]?.categories[category, default: [:]][tier] = row["replies"]
    }
  }

  private func readRefusals(_ days: StatementArguments, _ outcome: inout ScanOutcome) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT r.* FROM refusals r JOIN inputs i ON i.id = r.input
        WHERE i.day BETWEEN :first AND :last ORDER BY i.day, i.content, r.number
        """, arguments: days)
    for row in rows {
      outcome.refusals.append(
        Refusal(
          input: 0, feed: row["feed"], order: OrderClass(rawValue: row["order_class"]) ?? .stream,
          reason: row["reason"], ownPosts: row["own_posts"], entries: row["entries"]))
    }
  }
}
