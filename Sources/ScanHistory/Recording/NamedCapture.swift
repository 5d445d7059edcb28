import GRDB
import TimelineModel

/// A capture with the moment that its export, its file's name or its posts give it.
struct NamedCapture {
  /// A day, and a time of it where that is known.
  typealias Moment = (day: String, time: String?)

  let id: Int64
  /// When the newest post round an own post was published.
  var newest: Int64?
  /// What the export says, which goes before what the file's name says: in the feed's name, or of
  /// the entries one by one.
  private var stated: Moment?
  /// Whether the moment was not known before the own posts were there.
  private var isToldByPosts = false
  private let name: CaptureName
  private let names: [String]

  init(id: Int64, feed: String, platform: String, name: CaptureName) {
    self.id = id
    self.name = name
    stated = CaptureName.moment(in: feed)
    names = [platform, name.viewer ?? "", feed.isEmpty ? name.feed ?? "" : feed]
  }

  /// A capture that was recorded before and gets another name.
  init(_ row: Row, name: CaptureName) {
    self.init(id: row["id"], feed: row["feed"], platform: row["platform"], name: name)
    newest = row["newest"]
    if row["dated_by"] == "export", let day = row["day"] as String? {
      stated = (day, row["time"])
    }
  }

  /// Takes what an own post tells; of those that were recorded at a time, the first counts.
  mutating func add(_ row: ExposureRow) {
    newest = [newest, row.newest].compactMap { $0 }.max()
    guard stated == nil, let time = row.recordedAt.map({ Instant(milliseconds: $0).description })
    else { return }
    stated = (String(time.prefix(10)), String(time.dropFirst(11).prefix(5)))
    isToldByPosts = true
  }

  /// The day that all of it counts for; where nothing else says, the newest post's in view.
  private var day: String? {
    stated?.day ?? name.day ?? newest.map { DayCount.text(Instant(milliseconds: $0)) }
  }

  private var time: String? { stated.map { $0.time } ?? name.time }

  /// The same number for the same slot of the same capture in another file; the day stands in the
  /// upper bits, so that a night's rows lie together in the index.
  func sighting(slot: Int, post: String) -> Int64 {
    let hash = StableHash(of: names + [time ?? "", String(slot), post])
    return (day.flatMap { DayCount.number($0) } ?? 0) << 40 | Int64(hash.value >> 24)
  }

  /// Writes when it was captured, and who says so.
  func date(in db: Database) throws {
    let datedBy =
      stated != nil ? "export" : name.day != nil ? "name" : day != nil ? "posts" : "nothing"
    try db.execute(
      sql: "UPDATE captures SET day = ?, time = ?, newest = ?, dated_by = ? WHERE id = ?",
      arguments: [day, time, newest, datedBy, id])
    guard isToldByPosts || datedBy == "posts" else { return }
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
