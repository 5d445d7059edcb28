import GRDB
import TimelineModel

/// A capture with the moment that its export, its file's name or its posts give it.
struct NamedCapture {
  let id: Int64
  /// When the newest post round an own post was published.
  var newest: Int64?
  private let names: [String]
  private let statedDay: String?
  private let time: String?
  private let isStatedByExport: Bool

  /// What the export says goes before what the file's name says.
  init(id: Int64, feed: String, platform: String, name: CaptureName, newest: Int64? = nil) {
    self.id = id
    self.newest = newest
    let stated = CaptureName.moment(in: feed)
    isStatedByExport = stated != nil
    statedDay = stated?.day ?? name.day
    time = stated.map { $0.time } ?? name.time
    names = [platform, name.viewer ?? "", feed.isEmpty ? name.feed ?? "" : feed, time ?? ""]
  }

  /// The day that all of it counts for; where nothing else says, the newest post's in view.
  private var day: String? {
    statedDay ?? newest.map { DayCount.text(Instant(milliseconds: $0)) }
  }

  /// The same number for the same slot of the same capture in another file; the day stands in the
  /// upper bits, so that a night's rows lie together in the index.
  func sighting(slot: Int, post: String) -> Int64 {
    let hash = StableHash(of: names + [String(slot), post])
    return (day.flatMap { DayCount.number($0) } ?? 0) << 40 | Int64(hash.value >> 24)
  }

  /// Writes when it was captured, and who says so.
  func date(in db: Database) throws {
    let datedBy =
      isStatedByExport ? "export" : statedDay != nil ? "name" : day != nil ? "posts" : "nothing"
    try db.execute(
      sql: "UPDATE captures SET day = ?, time = ?, newest = ?, dated_by = ? WHERE id = ?",
      arguments: [day, time, newest, datedBy, id])
    guard statedDay == nil else { return }
    // The newest post is known only now that all of them are there.
    try renewSightings(in: db)
  }

  /// Writes anew by what the same sighting in another file is told; nothing is known of others yet.
  func renewSightings(in db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT e.slot, p.post FROM exposures e JOIN own_posts p ON p.id = e.post
        WHERE e.capture = ?
        """, arguments: [id])
    let update = try db.cachedStatement(
      sql: "UPDATE exposures SET sighting = ?, is_counted = 1 WHERE capture = ? AND slot = ?")
    for row in rows {
      try update.execute(
        arguments: [sighting(slot: row["slot"], post: row["post"]), id, row["slot"] as Int])
    }
  }
}
