import GRDB

/// The sums of an input's exposures by day, surface and account, made in the transaction that
/// changes the exposures, so that reports need not read them all.
enum ExposureCounts {
  /// Makes the sums of an input anew.
  ///
  /// What is left of a pruned input are its sums alone.
  static func renew(_ input: Int64, in db: Database) throws {
    let isPruned = try Bool.fetchOne(
      db, sql: "SELECT is_pruned FROM inputs WHERE id = ?", arguments: [input])
    guard isPruned == false else { return }
    for table in ["exposure_counts", "exposure_category_counts"] {
      try db.execute(sql: "DELETE FROM \(table) WHERE input = ?", arguments: [input])
    }
    try db.execute(sql: sums, arguments: ["input": input])
    try db.execute(sql: categories, arguments: ["input": input])
  }

  private static let sums = """
    INSERT INTO exposure_counts
    SELECT coalesce(c.day, ''), c.surface, p.account, c.input, sum(e.is_counted),
      sum(e.is_counted AND e.is_measured),
      sum(e.is_counted AND e.is_measured AND e.is_unsafe),
      sum(e.is_counted AND e.is_measured AND NOT e.is_unsafe AND e.has_unknown),
      sum(e.is_counted AND e.is_measured AND e.is_unsuitable),
      sum(e.is_counted AND e.is_measured AND NOT e.is_unsuitable AND e.has_unknown),
      sum(e.is_counted AND e.is_measured AND e.is_contradiction),
      sum(e.is_counted AND e.risk > 0),
      total(CASE WHEN e.is_counted AND e.is_measured THEN e.risk END),
      coalesce(max(CASE WHEN e.is_counted AND e.is_measured THEN e.risk END), 0.0),
      sum(NOT e.is_counted)
    FROM captures c JOIN exposures e ON e.capture = c.id JOIN own_posts p ON p.id = e.post
    WHERE c.input = :input
    GROUP BY 1, 2, 3
    """

  private static let categories = """
    INSERT INTO exposure_category_counts
    SELECT day, surface, account, category,
      CASE worst WHEN 4 THEN 'floor' WHEN 3 THEN 'high' WHEN 2 THEN 'medium' ELSE 'low' END,
      :input, count(*)
    FROM (
      SELECT coalesce(c.day, '') AS day, c.surface, p.account, r.category,
        max(CASE f.tier WHEN 'floor' THEN 4 WHEN 'high' THEN 3 WHEN 'medium' THEN 2 ELSE 1 END)
          AS worst
      FROM captures c
        JOIN exposures e ON e.capture = c.id AND e.is_counted AND e.is_measured
        JOIN own_posts p ON p.id = e.post
        JOIN findings f ON f.capture = e.capture AND f.slot = e.slot
          AND f.place BETWEEN -1 AND 1 AND f.tier IS NOT NULL
        JOIN rules r ON r.id = f.rule
      WHERE c.input = :input
      GROUP BY c.id, e.slot, r.category)
    GROUP BY 1, 2, 3, 4, 5
    """
}
