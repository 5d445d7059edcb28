package import Diagnostics
import GRDB
package import TimelineModel

/// Rates day by day, read from the sums that are kept up with every input.
package struct DailySeries: Sendable {
  /// One day of one platform.
  package struct Day: Hashable, Sendable {
    /// The day.
    package var day: String
    /// Measured exposures.
    package var measured = 0
    /// Beside a neighbour of tier floor.
    package var unsafe = 0
    /// Beside an unsuitable neighbour.
    package var unsuitable = 0
    /// With a listed contradiction.
    package var contradictions = 0
    /// Beside a neighbour of a category.
    package var categories: [CategoryID: Int] = [:]
  }

  /// The days with exposures, in order, by platform.
  package var platforms: [String: [Day]] = [:]
}

extension History {
  /// The rates in feeds of every day with exposures; costs a row an input, day and account.
  package func series(of period: Period) throws(Diagnostic) -> DailySeries {
    try read { db in
      var series = DailySeries()
      let days: StatementArguments = ["first": period.first, "last": period.last]
      let sums = try Row.fetchCursor(
        db,
        sql: """
          SELECT a.platform, c.day, sum(c.measured) AS measured, sum(c.unsafe) AS unsafe,
            sum(c.unsuitable) AS unsuitable, sum(c.contradictions) AS contradictions
          FROM exposure_counts c JOIN accounts a ON a.id = c.account
          WHERE c.surface = 'feed' AND c.day BETWEEN :first AND :last
          GROUP BY 1, 2 HAVING sum(c.measured) > 0 ORDER BY 1, 2
          """, arguments: days)
      while let row = try sums.next() {
        var day = DailySeries.Day(day: row["day"])
        day.measured = row["measured"]
        day.unsafe = row["unsafe"]
        day.unsuitable = row["unsuitable"]
        day.contradictions = row["contradictions"]
        series.platforms[row["platform"], default: []].append(day)
      }
      let categories = try Row.fetchCursor(
        db,
        sql: """
          SELECT a.platform, c.day, c.category, sum(c.exposures) AS exposures
          FROM exposure_category_counts c JOIN accounts a ON a.id = c.account
          WHERE c.surface = 'feed' AND c.day BETWEEN :first AND :last
          GROUP BY 1, 2, 3 ORDER BY 1, 2
          """, arguments: days)
      var place = 0
      var platform = ""
      while let row = try categories.next() {
        if row["platform"] != platform {
          platform = row["platform"]
          place = 0
        }
        let day: String = row["day"]
        while let known = series.platforms[platform], place < known.count, known[place].day < day {
          place += 1
        }
        series.platforms[platform]?[place].categories[CategoryID(row["category"] as String)] =
          row["exposures"]
      }
      return series
    }
  }

  /// How many inputs have no day, so that no period holds them.
  package func undatedInputs() throws(Diagnostic) -> Int {
    try read { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM inputs WHERE day IS NULL") ?? 0
    }
  }

  /// Measured exposures in feeds of a period with a direct or embedded match of each rule family.
  package func families(of period: Period)
    throws(Diagnostic) -> [(name: String, category: CategoryID, exposures: Int)]
  {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT rtrim(rtrim(r.name, '0123456789'), '.') AS family, r.category,
            count(DISTINCT f.capture * 1048576 + f.slot) AS exposures
          FROM captures c
            JOIN findings f ON f.capture = c.id AND f.place BETWEEN -1 AND 1
              AND f.tier IS NOT NULL
            JOIN exposures e ON e.capture = f.capture AND e.slot = f.slot AND e.is_counted
              AND e.is_measured
            JOIN rules r ON r.id = f.rule
          WHERE c.surface = 'feed' AND c.day BETWEEN :first AND :last
          GROUP BY 1, 2 ORDER BY 1, 2
          """, arguments: ["first": period.first, "last": period.last]
      ).map { ($0["family"], CategoryID($0["category"] as String), $0["exposures"]) }
    }
  }
}
