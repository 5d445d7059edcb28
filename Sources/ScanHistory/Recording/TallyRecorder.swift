import GRDB
import TimelineModel

/// Writes the counts of all entries of an input: the ground for base rates and the reply surface.
struct TallyRecorder {
  let db: Database
  let input: Int64
  let accounts: [Organisation.OwnAccount]

  func record(_ tally: Tally, _ names: inout NameNumbers) throws {
    try db.execute(
      sql: "INSERT INTO entry_counts VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
      arguments: [
        input, tally.entries[.post] ?? 0, tally.entries[.repost] ?? 0, tally.entries[.quote] ?? 0,
        tally.entries[.reply] ?? 0, tally.entries[.placeholder] ?? 0, tally.promoted, tally.posts,
        tally.own, tally.others, tally.othersUnsafe, tally.othersPerhapsUnsafe,
        tally.othersUnsuitable, tally.othersPerhapsUnsuitable, tally.missing, tally.truncated,
        tally.undescribedMedia, tally.unsupportedLanguage, tally.undecided,
      ])
    for (category, tier, entries) in tally.categories.flat {
      try db.execute(
        sql: "INSERT INTO entry_category_counts VALUES (?, ?, ?, ?)",
        arguments: [input, category, tier, entries])
    }
    for (rule, posts) in tally.undecidedRules.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql: "INSERT INTO undecided_counts VALUES (?, ?, ?)", arguments: [input, rule, posts])
    }
    for (index, surface) in tally.replySurface.sorted(by: { $0.key < $1.key }) {
      try record(surface, try names.account(accounts[index].name))
    }
  }

  private func record(_ surface: Tally.ReplySurface, _ account: Int64) throws {
    let metrics = surface.metrics
    try db.execute(
      sql: "INSERT INTO reply_counts VALUES (?,?,?,?,?,?,?,?,?,?)",
      arguments: [
        input, account, surface.replies, surface.quotes, surface.reposts, surface.unsuitable,
        metrics.views, metrics.likes, metrics.reposts, metrics.replies,
      ])
    for (category, tier, replies) in surface.categories.flat {
      try db.execute(
        sql: "INSERT INTO reply_category_counts VALUES (?, ?, ?, ?, ?)",
        arguments: [input, account, category, tier, replies])
    }
  }
}

extension [CategoryID: Tally.TierCounts] {
  /// One line a category and tier, in an order that is always the same.
  fileprivate var flat: [(category: String, tier: String, count: Int)] {
    sorted { $0.key < $1.key }.flatMap { category, tiers in
      Tier.allCases.compactMap { tier in
        tiers[tier].map { (category.rawValue, tier.rawValue, $0) }
      }
    }
  }
}
