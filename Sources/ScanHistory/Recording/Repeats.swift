import GRDB

/// Counts each sighting once where several files hold it.
///
/// Two files hold the same sighting when they have the same post in the same slot of the same feed,
/// on the same day (and time, where it is known), and the direct neighbours agree as far as both
/// show them. The file that shows more of the neighbours counts; of equals, that with the lower
/// content digest: which file came first does not matter. What one file holds twice counts twice.
struct Repeats {
  let db: Database

  init(_ db: Database) throws {
    self.db = db
    try db.execute(
      sql: "CREATE TEMP TABLE IF NOT EXISTS touched (sighting INTEGER PRIMARY KEY)")
    try db.execute(sql: "DELETE FROM temp.touched")
  }

  /// Notes the sightings that an input shares with others: before it goes, or after it has come.
  func note(_ input: Int64) throws {
    try db.execute(
      sql: """
        INSERT OR IGNORE INTO temp.touched
        SELECT n.sighting FROM captures nc JOIN exposures n ON n.capture = nc.id
        WHERE nc.input = :input AND EXISTS (
          SELECT 1 FROM exposures o JOIN captures oc ON oc.id = o.capture
          WHERE o.sighting = n.sighting AND oc.input <> :input)
        """, arguments: ["input": input])
  }

  /// Decides anew which rows count; returns the inputs whose counts may have changed.
  func settle() throws -> [Int64] {
    try db.execute(
      sql: """
        UPDATE exposures AS e SET is_counted = NOT EXISTS (
          SELECT 1
          FROM exposures b
            JOIN captures bc ON bc.id = b.capture JOIN inputs bi ON bi.id = bc.input
            JOIN captures ec ON ec.id = e.capture JOIN inputs ei ON ei.id = ec.input
          WHERE b.sighting = e.sighting AND b.slot = e.slot AND bi.id <> ei.id
            AND coalesce(b.above_post = e.above_post, 1)
            AND coalesce(b.below_post = e.below_post, 1)
            AND (b.above_post IS NOT NULL AND e.above_post IS NOT NULL
              OR b.below_post IS NOT NULL AND e.below_post IS NOT NULL
              OR coalesce(e.above_post, e.below_post) IS NULL)
            AND (
              (b.above_post IS NOT NULL) + (b.below_post IS NOT NULL)
                > (e.above_post IS NOT NULL) + (e.below_post IS NOT NULL)
              OR (b.above_post IS NOT NULL) + (b.below_post IS NOT NULL)
                = (e.above_post IS NOT NULL) + (e.below_post IS NOT NULL)
                AND bi.content < ei.content))
        WHERE e.sighting IN (SELECT sighting FROM temp.touched)
        """)
    return try Int64.fetchAll(
      db,
      sql: """
        SELECT DISTINCT c.input FROM exposures e JOIN captures c ON c.id = e.capture
        WHERE e.sighting IN (SELECT sighting FROM temp.touched) ORDER BY c.input
        """)
  }
}
